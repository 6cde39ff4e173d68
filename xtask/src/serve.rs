//! `serve`: the page on this machine, built anew at each change.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::{project, say, setup, trunk};

/// How many ports are tried, the first one included.
const PORTS: u16 = 100;
/// How often the running server is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// Sets up, builds, and serves until it is stopped.
pub fn serve(port: u16) -> Result<()> {
    let tools = setup::to_serve()?;
    let stop = stop_signals()?;
    let page = |task| -> Result<Command> {
        let mut command = trunk::command(&tools, task)?;
        // Its own profile and folder: no wasm-opt, quick to build, never mixed with a release.
        command
            .args(["--offline=true", "--cargo-profile=serve", "--dist"])
            .arg(project::served());
        Ok(command)
    };

    say::step("the page: building (a few minutes the first time, then seconds)");
    match attend(&mut page("build")?, &stop, || ())? {
        None => return Ok(()),
        Some(status) => ensure!(
            status.success(),
            "the page was not built; the lines above say why"
        ),
    }

    let address = free_address(port)?;
    let mut server = page("serve")?;
    server
        .args(["--address=127.0.0.1", &format!("--port={}", address.port())])
        // Trunk's reload script is inline, which the page's policy blocks.
        .args([
            "--no-autoreload=true",
            "--no-spa=true",
            "--disable-address-lookup=true",
        ]);
    let mut announced = false;
    let ended = attend(&mut server, &stop, || {
        if !announced && TcpStream::connect_timeout(&address, GLANCE).is_ok() {
            announced = true;
            say::done("the page: built; it is built again at each change, Ctrl-C ends");
            println!("\nCrossover is at http://{address}/\n");
        }
    })?;
    match ended {
        None => Ok(()),
        Some(status) => bail!("Trunk stopped serving ({status}); the lines above say why"),
    }
}

/// The first free port from the given one on.
fn free_address(port: u16) -> Result<SocketAddr> {
    let last = port.saturating_add(PORTS - 1);
    for candidate in port..=last {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, candidate));
        if TcpListener::bind(address).is_ok() {
            if candidate != port {
                say::step(&format!("port {port} is taken; {candidate} is free"));
            }
            return Ok(address);
        }
    }
    bail!("no port from {port} to {last} is free; name another with --port")
}

/// Ctrl-C, and the signals by which systems end a program.
fn stop_signals() -> Result<Receiver<()>> {
    let (sender, receiver) = mpsc::channel();
    // Nobody listens any more when the task is about to end: then there is nothing to stop.
    let tell = move || _ = sender.send(());
    ctrlc::set_handler(tell).context("the signals that end the server cannot be received")?;
    Ok(receiver)
}

/// Runs a command until it ends, or until it is stopped (`None`), with a `glance` now and then.
fn attend(
    command: &mut Command,
    stop: &Receiver<()>,
    mut glance: impl FnMut(),
) -> Result<Option<ExitStatus>> {
    let mut child = own_group(command)
        .spawn()
        .context("Trunk could not be started")?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        glance();
        if stop.recv_timeout(GLANCE) != Err(RecvTimeoutError::Timeout) {
            end(&mut child)?;
            println!();
            say::done("Crossover has stopped");
            return Ok(None);
        }
    }
}

/// Puts Trunk and the compilers it starts into a group of their own, to be ended together.
#[cfg(unix)]
fn own_group(command: &mut Command) -> &mut Command {
    std::os::unix::process::CommandExt::process_group(command, 0)
}

/// Ends a command and all that it started.
#[cfg(unix)]
fn end(child: &mut Child) -> Result<()> {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;
    // The group is gone only if the child has just ended by itself.
    let _ = killpg(Pid::from_raw(i32::try_from(child.id())?), Signal::SIGTERM);
    child.wait()?;
    Ok(())
}

#[cfg(not(unix))]
fn own_group(command: &mut Command) -> &mut Command {
    command
}

#[cfg(not(unix))]
fn end(child: &mut Child) -> Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_taken_port_moves_on() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let address = free_address(port)?;
        assert!(address.ip().is_loopback());
        assert_ne!(address.port(), port);
        drop(taken);
        assert_eq!(free_address(port)?.port(), port);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_stopped_command_takes_its_children_along() -> Result<()> {
        let (mut reader, writer) = std::io::pipe()?;
        let mut parent = Command::new("sh");
        parent
            .args(["-c", "sleep 60 & echo started; wait"])
            .stdout(writer);
        let (sender, stop) = mpsc::channel();
        let start = std::time::Instant::now();
        let ended = attend(&mut parent, &stop, || {
            if reader.read_exact(&mut [0; 8]).is_ok() {
                _ = sender.send(());
            }
        })?;
        assert_eq!(ended, None);
        // The pipe ends when the last program that could write to it has ended.
        drop(parent);
        reader.read_to_end(&mut Vec::new())?;
        assert!(start.elapsed() < Duration::from_secs(30));
        Ok(())
    }

    #[test]
    fn a_command_that_ends_gives_its_status() -> Result<()> {
        let (_sender, stop) = mpsc::channel();
        let mut command = Command::new("cargo");
        command.arg("--version").stdout(std::process::Stdio::null());
        let status = attend(&mut command, &stop, || ())?;
        assert!(status.is_some_and(|status| status.success()));
        Ok(())
    }
}
