//! The host: answers requests and remembers them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_SECURITY_POLICY_REPORT_ONLY, CONTENT_TYPE, VARY,
};
use axum::http::{HeaderValue, Response, StatusCode};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Site;
use super::files::{compressed, media_type};
use crate::Outcome;

/// Where browsers report what the page's own policy has stopped.
const REPORTS: &str = "/reports-of-the-policy";

/// A request that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path asked for, as it was asked for.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// The bytes of the body that were sent, as compressed. Headers are the host's.
    pub sent: usize,
}

/// A [`Site`] that is being served; it stops when this is dropped.
pub struct Host {
    address: String,
    shared: Arc<Shared>,
    release: watch::Sender<bool>,
    task: JoinHandle<()>,
}

struct Shared {
    site: Site,
    /// The page's policy once more, as a header that stops nothing and reports all.
    report: HeaderValue,
    released: watch::Receiver<bool>,
    requests: Mutex<Vec<Request>>,
    violations: Mutex<Vec<String>>,
}

impl Host {
    pub(super) async fn start(site: Site) -> Outcome<Self> {
        let page = String::from_utf8_lossy(site.files.find("index.html").unwrap_or_default());
        let policy = policy_of(&page).context("the page has no security policy of its own")?;
        let report = format!("{policy}; report-uri {REPORTS}").parse()?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}{}", listener.local_addr()?, site.folder);
        let (release, released) = watch::channel(false);
        let shared = Arc::new(Shared {
            site,
            report,
            released,
            requests: Mutex::default(),
            violations: Mutex::default(),
        });
        let service = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        let task = tokio::spawn(async move {
            // Ends with the task; a connection that a browser breaks off is no failure of a test.
            let _ = axum::serve(listener, service).await;
        });
        Ok(Self {
            address,
            shared,
            release,
            task,
        })
    }

    /// The address of the page, without a link's `#…`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets the files go that are held back.
    pub fn release(&self) {
        self.release.send_replace(true);
    }

    /// Every request answered so far, in the order of the answers.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.shared.requests).clone()
    }

    /// All bytes of files sent so far.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.requests().iter().map(|request| request.sent).sum()
    }

    /// What the page's own security policy has stopped so far, in the browser's words.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        lock(&self.shared.violations).clone()
    }

    /// The requests for anything but a file of the build.
    #[must_use]
    pub fn strange_requests(&self) -> Vec<Request> {
        let mut strange = self.requests();
        strange.retain(|request| self.shared.site.file(&request.path).is_none());
        strange
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Site {
    /// Path and bytes of the file that a request for `path` means.
    fn file(&self, path: &str) -> Option<(&str, &[u8])> {
        let (asked, _query) = path.split_once('?').unwrap_or((path, ""));
        let name = match asked.strip_prefix(&self.folder)? {
            "" => "index.html",
            name => name,
        };
        let (name, bytes) = self.files.entry(name)?;
        Some((name, bytes))
    }
}

async fn answer(State(shared): State<Arc<Shared>>, asked: Asked) -> Response<Body> {
    let path = asked
        .uri()
        .path_and_query()
        .map_or("/", |whole| whole.as_str())
        .to_owned();
    if path == REPORTS {
        let report = axum::body::to_bytes(asked.into_body(), 1 << 20).await;
        let report = report.unwrap_or_default();
        lock(&shared.violations).push(String::from_utf8_lossy(&report).into_owned());
        return respond(StatusCode::NO_CONTENT, Body::empty());
    }
    let brotli = asked
        .headers()
        .get(ACCEPT_ENCODING)
        .and_then(|accepted| accepted.to_str().ok())
        .is_some_and(|accepted| accepted.split(',').any(|one| one.trim().starts_with("br")));
    if let Some(ending) = &shared.site.held_back
        && path.ends_with(ending.as_str())
    {
        let mut released = shared.released.clone();
        // Fails only when the host is gone, and the browser's connection with it.
        let _ = released.wait_for(|released| *released).await;
    }
    let (response, length) = match shared.site.file(&path) {
        Some((name, bytes)) => shared.file(name, bytes, brotli),
        None => (respond(StatusCode::NOT_FOUND, Body::empty()), 0),
    };
    lock(&shared.requests).push(Request {
        path,
        status: response.status().as_u16(),
        sent: length,
    });
    response
}

impl Shared {
    /// The answer that carries a file, and the length of its body.
    fn file(&self, name: &str, bytes: &[u8], brotli: bool) -> (Response<Body>, usize) {
        let packed = if brotli { compressed(bytes).ok() } else { None };
        let encoded = packed.is_some();
        let body = packed.map_or_else(|| bytes.to_vec(), |packed| packed.to_vec());
        let length = body.len();
        let mut response = respond(StatusCode::OK, Body::from(body));
        let headers = response.headers_mut();
        // Ten minutes, as GitHub Pages has it.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("max-age=600"));
        headers.insert(CONTENT_LENGTH, length.into());
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(CONTENT_SECURITY_POLICY_REPORT_ONLY, self.report.clone());
        if encoded {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        if let Some(policy) = &self.site.policy {
            headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
        }
        (response, length)
    }
}

fn respond(status: StatusCode, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}

/// The policy in the page's `<meta>`, whose attributes a minifier may turn round.
fn policy_of(page: &str) -> Option<&str> {
    let start = page.find("default-src")?;
    page.get(start..)?.split(['"', '<']).next()
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::policy_of;

    #[test]
    fn the_policy_is_read_from_the_page() {
        let page = "<meta charset=\"utf-8\" />\n<meta http-equiv=\"Content-Security-Policy\"\n \
                    content=\"default-src 'none'; script-src 'self'\" />";
        assert_eq!(
            policy_of(page),
            Some("default-src 'none'; script-src 'self'")
        );
        assert_eq!(policy_of("<title>None</title>"), None);
    }
}
