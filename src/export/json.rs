//! JSON, written straight into a text.
//!
//! What leaves the calculator has whole numbers, texts, lists and objects with names; this writes just
//! that. A general serialiser takes several times its size, which readers would have to fetch.

use serde::ser::{
    self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
};
use std::fmt::{self, Display, Write};

/// A value as JSON.
///
/// # Errors
///
/// [`Unwritten`], when it holds what JSON has no place for: a fraction in binary, bytes, a variant
/// with a value of its own.
///
/// ```
/// use crossover::export::to_json;
///
/// assert_eq!(to_json(&("a \"b\"", [1_u8, 2], None::<u8>))?, r#"["a \"b\"",[1,2],null]"#);
/// # Ok::<(), crossover::export::Unwritten>(())
/// ```
pub fn to_json(value: &impl Serialize) -> Result<String, Unwritten> {
    let mut json = Json(String::new());
    value.serialize(&mut json)?;
    Ok(json.0)
}

/// A value that cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritten;

impl Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this value has no place in JSON")
    }
}

impl std::error::Error for Unwritten {}

impl ser::Error for Unwritten {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Unwritten>;

struct Json(String);

impl Json {
    #[inline(never)]
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => {
                    // Writing to a text does not fail.
                    let _ = write!(self.0, "\\u{:04x}", u32::from(character));
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    #[inline(never)]
    fn whole(&mut self, number: u64) {
        // Writing to a text does not fail.
        let _ = write!(self.0, "{number}");
    }

    /// What stands between two parts of a list or an object.
    #[inline(never)]
    fn between(&mut self) {
        if !self.0.ends_with(['[', '{', ':']) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn key(&mut self, name: &'static str) {
        self.between();
        self.0.extend(["\"", name, "\":"]);
    }
}

/// A list or an object that is being written.
struct Open<'a> {
    json: &'a mut Json,
    end: &'static str,
}

macro_rules! wholes {
    ($($name:ident: $type:ty),*) => { $(
        fn $name(self, value: $type) -> Written {
            self.whole(value.into());
            Ok(())
        }
    )* };
}

macro_rules! unwritten {
    ($($name:ident: $type:ty),*) => { $(
        fn $name(self, _: $type) -> Written {
            Err(Unwritten)
        }
    )* };
}

impl<'a> ser::Serializer for &'a mut Json {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Impossible<(), Unwritten>;
    type SerializeTupleVariant = Impossible<(), Unwritten>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Impossible<(), Unwritten>;

    wholes!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    unwritten!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8]);

    fn serialize_bool(self, value: bool) -> Written {
        self.push(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.push("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.push("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.push("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.text(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Unwritten)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Unwritten> {
        self.push("[");
        Ok(Open {
            json: self,
            end: "]",
        })
    }

    fn serialize_tuple(self, length: usize) -> Result<Open<'a>, Unwritten> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Unwritten> {
        self.push("{");
        Ok(Open {
            json: self,
            end: "}",
        })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Unwritten> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritten> {
        Err(Unwritten)
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.json.between();
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.json.push(self.end);
        Ok(())
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Written {
        self.json.push(self.end);
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.json.between();
        key.serialize(&mut *self.json)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.json.push(":");
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.json.push(self.end);
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.json.key(key);
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Written {
        self.json.push(self.end);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::economics::evaluate;
    use crate::export::{fields, report};
    use crate::scenario::{FieldId, Scenario};

    #[test]
    fn it_writes_what_others_write() {
        let mut scenario = Scenario::default();
        scenario.set(FieldId::name, "é \\ \" 日本 🦀").unwrap();
        scenario.set(FieldId::hourly_none, "?").unwrap();
        let computed = evaluate(&scenario).unwrap();
        let whole = report(&computed, Vec::new());
        assert_eq!(
            to_json(&whole).unwrap(),
            serde_json::to_string(&whole).unwrap()
        );
        assert_eq!(
            to_json(&fields()).unwrap(),
            serde_json::to_string(&fields()).unwrap()
        );
    }

    #[test]
    fn parts_are_told_apart() {
        let empty: [u8; 0] = [];
        assert_eq!(
            to_json(&(empty, [","], "[", ":", 1_u64)).unwrap(),
            "[[],[\",\"],\"[\",\":\",1]"
        );
        assert_eq!(to_json(&"\u{1}\n").unwrap(), "\"\\u0001\\u000a\"");
        assert_eq!(to_json(&0.5), Err(Unwritten));
    }
}
