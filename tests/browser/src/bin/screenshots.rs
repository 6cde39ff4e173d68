//! Writes pictures of the page's first screen into the folder that its argument names, in three widths,
//! light and dark. `cargo xtask screenshots` runs it.

use std::path::PathBuf;

use browser::{Calculator, Context, Engine, Outcome, Scheme, ensure};

/// The first screen of a phone, of a tablet and of a desk, in pixels.
const SCREENS: [(u32, u32); 3] = [(360, 780), (768, 1024), (1280, 800)];

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> Outcome {
    let folder = std::env::args_os().nth(1).context("no folder is named")?;
    let folder = PathBuf::from(folder);
    let page = Calculator::shipped(Engine::Chromium).await?;
    for screen in SCREENS {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let name = name(screen, scheme);
            let png = picture(&page, screen, scheme).await?;
            ensure!(
                size_of(&png) == Some(screen),
                "{name} is {:?} pixels large, not {screen:?}",
                size_of(&png)
            );
            std::fs::write(folder.join(&name), &png)
                .with_context(|| format!("{name} cannot be written"))?;
            println!("{:>9} bytes  {name}", png.len());
        }
    }
    Ok(())
}

/// The worked example as it stands when everything is computed, as a PNG file.
async fn picture(
    page: &Calculator,
    (width, height): (u32, u32),
    scheme: Scheme,
) -> Outcome<Vec<u8>> {
    page.window(width, height).await?;
    page.prefer(scheme).await?;
    page.open("").await?;
    page.appears("#tables:not([aria-busy])").await?;
    Ok(page.browser().session().screenshot_as_png().await?)
}

fn name((width, _): (u32, u32), scheme: Scheme) -> String {
    let scheme = match scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    format!("{width}-{scheme}.png")
}

/// Width and height of a PNG file, which its first chunk begins with.
fn size_of(png: &[u8]) -> Option<(u32, u32)> {
    let head = png.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let (width, rest) = head.split_first_chunk()?;
    let height = rest.first_chunk()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_named_by_its_width_and_colours() {
        assert_eq!(name((360, 780), Scheme::Light), "360-light.png");
        assert_eq!(name((1280, 800), Scheme::Dark), "1280-dark.png");
    }

    #[test]
    fn a_png_says_how_large_it_is() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x05\0\0\0\x03\x20\x08";
        assert_eq!(size_of(png), Some((1280, 800)));
        assert_eq!(size_of(&png[..20]), None);
        assert_eq!(size_of(b"GIF89a"), None);
    }
}
