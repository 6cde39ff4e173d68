// A page of somebody else's that uses the package as it is, without a bundler.
import init, { ScenarioError, evaluate } from "./npm/crossover.js";

const show = (id, text) => (document.getElementById(id).textContent = text);

await init();
const report = evaluate({ volume: "500M", teacher_rate: 10, student_rate: { input: 1, output: 1 } });
show("verdict", report.verdict.sentence);
show("crossover", report.crossover.steady.low);
try {
  evaluate({ volume: 0, horizon: 61 });
} catch (error) {
  show("problems", `${error.name}: ${error.problems.map(({ field }) => field)}`);
}

// How long each link takes, in milliseconds.
window.times = (links) =>
  links.map((link) => {
    const start = performance.now();
    evaluate(link);
    return performance.now() - start;
  });

// The vectors of a file whose reports are others here.
window.differences = async (file) => {
  const vectors = await (await fetch(file)).json();
  const computed = (link) => {
    try {
      const report = evaluate(link);
      delete report.verdict.sentence;
      for (const warning of report.warnings) delete warning.message;
      return report;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      return { error: error.problems.map(({ field }) => field) };
    }
  };
  const differs = ({ link, report }) => JSON.stringify(computed(link)) !== JSON.stringify(report);
  return { count: vectors.length, differ: vectors.filter(differs).map(({ link }) => link) };
};
