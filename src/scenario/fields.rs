//! Every field, once.
//!
//! Adding an input is adding one entry here, and the economics that uses it. Names and keys are
//! promises: once shipped, neither is given another meaning. The order is the order of the form
//! and of the link.

use super::registry::registry;
use super::value::{Form, Value};
use super::{
    Answers, Baseline, Currency, Field, Group, Hosting, Known, Label, Metric, Pools, Relevance,
    Term, YesNo,
};
use crate::quantity::{
    Count, Hours, ModelUnits, Months, Percent, Range, Rate, Ratio, Tokens, TokensPerMinute, Usd,
    UsdPerMillion, UsdPerUnitHour,
};

registry! {
    /// The scenario's name, a label.
    name("nm"): Label = Label::NONE, in About, when Always,
        bounds 0 to 0,
        label "Name", unit "",
        hint "What this scenario is called in links and exports.";
    /// Tokens a month, input and output together.
    volume("v"): Range<Tokens> = const { Range::point(Tokens::fixed(500_000_000, 0)) }, in Workload, when Always,
        bounds 1 to 1_000_000_000_000_000,
        label "Volume", unit "tokens per month",
        hint "Input and output together. 500M, 2.5B, or a range: 300M..800M.";
    /// The share of tokens that are input.
    input_share("in"): Percent = const { Percent::fixed(75, 0) }, in Workload, when RateSplit,
        bounds 0 to 100,
        label "Input share", unit "% of tokens",
        hint "The rest is output. Weighs rates that stand apart for input and output.";
    /// How the volume grows from month to month.
    growth("g"): Percent = const { Percent::fixed(0, 0) }, in Workload, when Always,
        bounds -50 to 100,
        label "Growth", unit "% per month",
        hint "The volume of each month against the one before.";
    /// Tokens of one request.
    tokens_per_request("rq"): Tokens = const { Tokens::fixed(2000, 0) }, in Workload, when Always,
        bounds 1 to 10_000_000,
        label "Tokens per request", unit "tokens",
        hint "Input and output together. Turns the volume into requests.";
    /// Peak over average traffic.
    peak_ratio("pk"): Ratio = const { Ratio::fixed(1, 0) }, in Workload, when HoursBilled,
        bounds 1 to 1_000,
        label "Peak to average", unit "times",
        hint "How far the busiest minutes lie above the average: model units must carry them.";
    /// The teacher's name, a label.
    teacher_model("tm"): Label = Label::NONE, in Teacher, when Always,
        bounds 0 to 0,
        label "Teacher model", unit "",
        hint "A name of your own, or the id of a model of a pair, for example nova-premier: what is published then stands beside each price. The rate below is what counts.";
    /// What the teacher's tokens cost.
    teacher_rate("t"): Rate = const { Rate::Blended(Range::point(UsdPerMillion::fixed(10, 0))) }, in Teacher, when Always,
        bounds 0 to 1_000_000,
        label "Teacher rate", unit "$ per million tokens",
        hint "On demand. A price per thousand is read too: 0.01 per 1K.";
    /// What the teacher would really be run on.
    baseline("bl"): Baseline = Baseline::OnDemand, in Teacher, when Always,
        bounds 0 to 0,
        label "Without distilling, the teacher runs", unit "",
        hint "";
    /// The student's name, a label.
    student_model("sm"): Label = Label::NONE, in Student, when Always,
        bounds 0 to 0,
        label "Student model", unit "",
        hint "A name of your own, or the id of a model of a pair, for example nova-micro: what is published then stands beside each price. The rate below is what counts.";
    /// What the student's tokens cost.
    student_rate("s"): Rate = const { Rate::Blended(Range::point(UsdPerMillion::fixed(1, 0))) }, in Student, when TokensBilled,
        bounds 0 to 1_000_000,
        label "Student rate", unit "$ per million tokens",
        hint "Billed when hosting bills tokens.";
    /// What the teacher's responses for the training data cost.
    generation("gen"): Range<Usd> = const { Range::fixed(Usd::fixed(200, 0), Usd::fixed(1000, 0)) }, in OneTime, when Entered,
        bounds 0 to 1_000_000_000,
        label "Data generation", unit "$ once",
        hint "The teacher's tokens for the training data.";
    /// What fine-tuning the student costs.
    training("ft"): Known<Range<Usd>> = const { Known::Known(Range::fixed(Usd::fixed(70, 0), Usd::fixed(270, 0))) }, in OneTime, when Entered,
        bounds 0 to 1_000_000_000,
        label "Fine-tuning", unit "$ once",
        hint "The training job. ? when it is not known.";
    /// What judging the student costs.
    evaluation("ev"): Range<Usd> = const { Range::point(Usd::ZERO) }, in OneTime, when Always,
        bounds 0 to 1_000_000_000,
        label "Evaluation", unit "$ once",
        hint "Comparing teacher, student and the plain small model.";
    /// What the people's time costs.
    effort("eng"): Range<Usd> = const { Range::point(Usd::ZERO) }, in OneTime, when Always,
        bounds 0 to 1_000_000_000,
        label "Team effort", unit "$ once",
        hint "Your people's time. Not on the AWS bill.";
    /// Prompt–response pairs; when set, generation and training are computed.
    pairs("np"): Option<Count> = None, in Computed, when Always,
        bounds 1 to 1_000_000_000,
        label "Training pairs", unit "prompt–response pairs",
        hint "When set, data generation and fine-tuning are computed from tokens. Bedrock takes 100 to 15,000.";
    /// Input tokens of one pair.
    pair_input("ni"): Tokens = const { Tokens::fixed(1000, 0) }, in Computed, when Computed,
        bounds 0 to 10_000_000,
        label "Input of a pair", unit "tokens",
        hint "The prompt.";
    /// Output tokens of one pair.
    pair_output("no"): Tokens = const { Tokens::fixed(300, 0) }, in Computed, when Computed,
        bounds 0 to 10_000_000,
        label "Output of a pair", unit "tokens",
        hint "The teacher's response.";
    /// Whether the pairs are responses that were logged: the teacher is then not charged again.
    from_logs("lg"): YesNo = YesNo::No, in Computed, when Computed,
        bounds 0 to 0,
        label "Pairs come from invocation logs", unit "",
        hint "";
    /// Passes over the training data.
    epochs("ep"): Count = const { Count::fixed(2, 0) }, in Computed, when Computed,
        bounds 1 to 100,
        label "Epochs", unit "epochs",
        hint "How often training goes through the pairs.";
    /// What training costs by the token.
    training_rate("tr"): Known<UsdPerMillion> = const { Known::Known(UsdPerMillion::ZERO) }, in Computed, when Computed,
        bounds 0 to 1_000_000,
        label "Training rate", unit "$ per million training tokens",
        hint "Per token of the pairs and epoch. ? when it is not known.";
    /// What hosting bills.
    hosting("h"): Hosting = Hosting::Both, in Hosting, when Always,
        bounds 0 to 0,
        label "What hosting bills", unit "",
        hint "";
    /// The commitment term.
    term("c"): Term = Term::None, in Hosting, when HoursBilled,
        bounds 0 to 0,
        label "Commitment", unit "",
        hint "";
    /// The hourly price without commitment.
    hourly_none("p0"): Known<Range<UsdPerUnitHour>> = const { Known::Known(Range::point(UsdPerUnitHour::fixed(1, 0))) }, in Hosting, when HoursBilled,
        bounds 0 to 1_000_000,
        label "Hourly price, no commitment", unit "$ per unit-hour",
        hint "? when it is not known.";
    /// The hourly price with a commitment of one month.
    hourly_1mo("p1"): Known<Range<UsdPerUnitHour>> = const { Known::Known(Range::point(UsdPerUnitHour::fixed(9, 1))) }, in Hosting, when HoursBilled,
        bounds 0 to 1_000_000,
        label "Hourly price, 1 month", unit "$ per unit-hour",
        hint "";
    /// The hourly price with a commitment of six months.
    hourly_6mo("p6"): Known<Range<UsdPerUnitHour>> = const { Known::Known(Range::point(UsdPerUnitHour::fixed(5, 1))) }, in Hosting, when HoursBilled,
        bounds 0 to 1_000_000,
        label "Hourly price, 6 months", unit "$ per unit-hour",
        hint "";
    /// How many model units serve the student.
    units("mu"): ModelUnits = const { ModelUnits::fixed(1, 0) }, in Hosting, when HoursBilled,
        bounds 1 to 100_000,
        label "Model units", unit "units",
        hint "Whole units, billed around the clock.";
    /// What one model unit carries.
    unit_capacity("cap"): Option<TokensPerMinute> = None, in Hosting, when HoursBilled,
        bounds 1 to 1_000_000_000_000,
        label "Capacity of a model unit", unit "tokens per minute",
        hint "AWS does not publish it; your account team may say. Empty: the units above are taken to carry everything.";
    /// The hours of a month.
    hours_per_month("hr"): Hours = const { Hours::fixed(730, 0) }, in Hosting, when Always,
        bounds 1 to 744,
        label "Hours per month", unit "hours",
        hint "730 is a twelfth of a year; AWS's own examples use 744.";
    /// What keeping the custom model costs.
    storage("st"): Known<Range<Usd>> = const { Known::Known(Range::point(Usd::ZERO)) }, in Hosting, when Always,
        bounds 0 to 1_000_000,
        label "Model storage", unit "$ per month",
        hint "AWS lists $1.95 a month for each custom model.";
    /// Months before cut-over.
    build_months("bm"): Months = Months::ZERO, in Lifecycle, when Always,
        bounds 0 to 24,
        label "Build months", unit "months",
        hint "Months on the teacher while the student is built and judged.";
    /// The share of tokens routed to the teacher after cut-over.
    teacher_share("ts"): Range<Percent> = const { Range::point(Percent::ZERO) }, in Lifecycle, when Always,
        bounds 0 to 100,
        label "Stays with the teacher", unit "% of tokens",
        hint "Requests unlike the training data that are routed to the teacher.";
    /// How often the student is distilled again, counted from cut-over.
    redistil_every("re"): Months = Months::ZERO, in Lifecycle, when Always,
        bounds 0 to 60,
        label "Distil again every", unit "months",
        hint "Data, training and evaluation fall due again; 0 for never.";
    /// How many months are compared.
    horizon("n"): Months = const { Months::fixed(12, 0) }, in Lifecycle, when Always,
        bounds 1 to 60,
        label "Horizon", unit "months",
        hint "The totals and the payback cover so many months.";
    /// Pools of credits that pay the AWS bill.
    credits("cr"): Pools = Pools::NONE, in Credits, when Always,
        bounds 0 to 0,
        label "Credits", unit "$ @ expires after month",
        hint "Up to four pools: 100000@24+25000@12.";
    /// What is off every AWS price.
    discount("dc"): Percent = const { Percent::fixed(0, 0) }, in Prices, when Always,
        bounds 0 to 100,
        label "Negotiated discount", unit "% off",
        hint "Off rates, the training rate, hourly prices and storage; not off amounts entered once.";
    /// A second currency for display.
    currency("cu"): Option<Currency> = None, in Prices, when Always,
        bounds 0 to 0,
        label "Second currency", unit "per dollar",
        hint "EUR@0.92. Kept with the scenario; the figures here are in dollars.";
    /// The share of input that can be cached.
    cached_share("cs"): Percent = const { Percent::fixed(50, 0) }, in Levers, when Always,
        bounds 0 to 100,
        label "Repeated context", unit "% of input tokens",
        hint "Input that repeats on every call and can be cached.";
    /// How often the cache has it.
    cache_hit("ch"): Percent = const { Percent::fixed(90, 0) }, in Levers, when Always,
        bounds 0 to 100,
        label "Cache hits", unit "% of repeated tokens",
        hint "";
    /// The price of a cached token.
    cache_read("cpr"): Known<Percent> = const { Known::Known(Percent::fixed(10, 0)) }, in Levers, when Always,
        bounds 0 to 1_000,
        label "Cache read price", unit "% of the input price",
        hint "? when it is not known.";
    /// The price of a token that is put into the cache.
    cache_write("cpw"): Known<Percent> = const { Known::Known(Percent::fixed(125, 0)) }, in Levers, when Always,
        bounds 0 to 1_000,
        label "Cache write price", unit "% of the input price",
        hint "? when it is not known.";
    /// Tokens that RAG adds to a request.
    retrieved_tokens("rt"): Tokens = const { Tokens::fixed(1500, 0) }, in Levers, when Always,
        bounds 0 to 10_000_000,
        label "Retrieved context", unit "tokens per request",
        hint "What RAG adds to every prompt.";
    /// What the vector store costs.
    vector_store("vs"): Usd = const { Usd::fixed(350, 0) }, in Levers, when Always,
        bounds 0 to 1_000_000,
        label "Vector store", unit "$ per month",
        hint "";
    /// Tokens of the documents that RAG searches.
    corpus_tokens("ct"): Tokens = const { Tokens::fixed(50_000_000, 0) }, in Levers, when Always,
        bounds 0 to 1_000_000_000_000,
        label "Corpus", unit "tokens",
        hint "Embedded once.";
    /// What embedding costs.
    embedding_rate("er"): UsdPerMillion = const { UsdPerMillion::fixed(2, 2) }, in Levers, when Always,
        bounds 0 to 1_000_000,
        label "Embedding rate", unit "$ per million tokens",
        hint "";
    /// What labels cost that people write.
    labelling("lab"): Usd = const { Usd::fixed(5000, 0) }, in Levers, when Always,
        bounds 0 to 1_000_000_000,
        label "Labelling", unit "$ once",
        hint "Your people write the labels that plain fine-tuning needs. Not on the AWS bill.";
    /// The share of traffic that can run in batch.
    batch_share("bs"): Percent = const { Percent::fixed(100, 0) }, in Levers, when Always,
        bounds 0 to 100,
        label "Can wait for batch", unit "% of tokens",
        hint "";
    /// The price of batch against on demand.
    batch_price("bp"): Known<Percent> = const { Known::Known(Percent::fixed(50, 0)) }, in Levers, when Always,
        bounds 0 to 100,
        label "Batch price", unit "% of the on-demand price",
        hint "? when it is not known.";
    /// The questions of the diagnosis that are answered yes.
    answers("dx"): Answers = Answers::NONE, in Diagnosis, when Always,
        bounds 0 to 0,
        label "Yes to", unit "",
        hint "";
    /// What the scores measure.
    metric("qm"): Metric = Metric::Accuracy, in Quality, when Always,
        bounds 0 to 0,
        label "Metric", unit "",
        hint "";
    /// The teacher's score.
    score_teacher("qt"): Option<Percent> = None, in Quality, when Always,
        bounds 0 to 100,
        label "Teacher's score", unit "%",
        hint "On the same held-out examples as the others.";
    /// The distilled student's score.
    score_student("qs"): Option<Percent> = None, in Quality, when Always,
        bounds 0 to 100,
        label "Student's score", unit "%",
        hint "";
    /// The plain small model's score.
    score_plain("qb"): Option<Percent> = None, in Quality, when Always,
        bounds 0 to 100,
        label "Plain student's score", unit "%",
        hint "The small model before any training.";
    /// How many examples were scored.
    examples("qn"): Option<Count> = None, in Quality, when Always,
        bounds 1 to 10_000_000,
        label "Held-out examples", unit "examples",
        hint "How many were scored.";
    /// How far the student may fall short.
    max_loss("ql"): Percent = const { Percent::fixed(2, 0) }, in Quality, when Always,
        bounds 0 to 100,
        label "Acceptable loss", unit "points",
        hint "How far below the teacher the student may score.";
    /// What a wrong answer costs.
    error_cost("qe"): Usd = Usd::ZERO, in Quality, when Always,
        bounds 0 to 1_000_000,
        label "A wrong answer costs", unit "$",
        hint "";
}
