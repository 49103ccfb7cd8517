// The field table: how an article lies in Xapian, and what can be asked of it. Query
// fields, `broadsheet fields` and the docs follow from it.
//
// One document per story. Data: the whole Article (schema/codec), its figures among it.
// Terms: stems of the body with positions, stems of the title with prefix S (both in
// schema/story_words), and the boolean terms below, of the figures among them: units,
// things counted, value buckets.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace broadsheet {

// A line per version of the format says what changed:
// 1  first light.
// 2  archive member, corrections and cluster of a story; sketches.
// 3  figures of other languages, periods.
// 4  sentences know their story by its key and have fewer terms.
// 5  records of sentences in a slot; short names of what is counted.
// 6  figures in the story's document, no records of sentences; stems by language, pairs
//    of characters, forms of words, lead, places and mentioned dates, sentence ends.
inline constexpr int schema_version = 6;

enum class FieldKind {
  text,    // words, ranked and with positions
  name,    // one exact value, folded
  date,    // a day, month, year or range
  figure,  // a comparison of figures
};

struct Field {
  std::string_view name;
  std::string_view aliases;  // by spaces
  std::string_view prefix;   // of its terms
  FieldKind kind;
  std::string_view description;
  std::string_view example;  // a query
};

// Slots of values in an article document.
enum Slot : std::uint32_t {
  slot_date = 0,     // encode_day of the first day; empty: unknown
  slot_outlet = 1,   // as shown; empty: unknown
  slot_figure = 2,   // sortable largest figure; empty: none
  slot_id = 3,       // the article id
  slot_cluster = 4,  // of near-copies; the id of the story alone by itself
  slot_sketch = 5,   // what near-copies are told by (schema/sketch.h)
  slot_said = 6,     // words beside figures (schema/said.h); empty: no figures
  slot_forms = 7,    // of words as they were said (schema/forms.h)
  slot_ends = 8,     // of sentences, by word positions (schema/sentence_ends.h)
};

// The lead of a story: this many words of its text, behind the lead's own term.
inline constexpr unsigned lead_words = 120;

namespace prefix {
inline constexpr std::string_view title = "S";
inline constexpr std::string_view author = "A";
inline constexpr std::string_view id = "Q";
inline constexpr std::string_view day = "D";
inline constexpr std::string_view month = "M";
inline constexpr std::string_view year = "Y";
inline constexpr std::string_view language = "L";
inline constexpr std::string_view url = "U";
inline constexpr std::string_view outlet = "XO";
inline constexpr std::string_view credited = "XC";
inline constexpr std::string_view cited = "XT";
inline constexpr std::string_view value = "XV";   // exact value of a figure
inline constexpr std::string_view bucket = "XB";  // sign, exponent and leading digit
inline constexpr std::string_view unit = "XU";    // stem of a unit or counted word
inline constexpr std::string_view cluster = "XK";
inline constexpr std::string_view form = "W";   // of the vocabulary (story_words.h)
inline constexpr std::string_view lead = "XL";  // stands before the text; see lead_words
inline constexpr std::string_view path = "XF";  // folders, file and member
inline constexpr std::string_view mentioned_day = "XD";
inline constexpr std::string_view mentioned_month = "XM";
inline constexpr std::string_view mentioned_year = "XY";
}  // namespace prefix

std::span<const Field> fields();

// By name or alias; null when there is none that can be asked.
const Field* field_named(std::string_view name);

std::string_view to_string(FieldKind kind);

}  // namespace broadsheet
