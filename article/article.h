// What a story is, as a reader hands it over (RawStory) and as the engine knows it after
// reading (Article).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/date.h"
#include "article/figure.h"

namespace broadsheet {

// A date as some part of a page gave it, still as text.
struct DateHint {
  std::string text;
  DateSource source = DateSource::field;
};

// Where a field was found, for people who ask why: field "date", source "json-ld
// datePublished", text "2026-04-24T10:00:00Z" (as found, cut). What was seen and not
// believed stands there too, its source beginning with "refused".
struct Evidence {
  std::string field;
  std::string source;
  std::string text;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// A field that was put right by hand; empty stands for unknown.
struct Correction {
  std::string field;
  std::string from;  // as read
  std::string to;

  friend bool operator==(const Correction&, const Correction&) = default;
};

// One story as it stands in a file: text in UTF-8, nothing interpreted yet.
struct RawStory {
  std::string path;  // as it was given
  std::string key;   // the record inside its file; empty when it is the file
  std::optional<std::string> member;  // the file inside an archive
  std::optional<std::size_t> line;    // 1-based line or record number
  std::optional<std::string> source_id;
  std::optional<std::string> title;
  std::string text;  // paragraphs by newline
  // The text is a page or a paste of one: its first lines may hold title and byline,
  // and menus, promos and credit lines may stand in it. False for a text field of a
  // record, whose title, date and outlet have fields of their own.
  bool pasted = false;
  std::vector<DateHint> dates;  // best first
  std::optional<std::string> outlet;
  std::vector<std::string> credited;
  std::vector<std::string> authors;
  std::optional<std::string> language;
  std::optional<std::string> url;
  std::vector<std::string> dropped;  // what the reader left out of the text, by block
  std::vector<std::string>
      repairs;  // what the reader mended, e.g. "decoded windows-1252"
  std::vector<Evidence> evidence;
};

// One story, read. `text` is the clean body; figures of the text point into it.
struct Article {
  std::string id;  // opaque, stable over re-indexing: from path and key
  std::string path;
  std::optional<std::string> member;  // the file inside an archive
  std::optional<std::size_t> line;
  std::optional<std::string> source_id;
  std::optional<std::string> title;
  std::string text;
  std::optional<Date> date;
  std::optional<DateSource> date_source;
  std::optional<std::string> outlet;
  std::vector<std::string> credited;          // as printed
  std::vector<std::string> credited_outlets;  // the same, normalised
  std::vector<std::string> cited;             // named in running text, normalised
  std::vector<std::string> authors;
  std::optional<std::string> language;
  std::optional<std::string> url;
  std::vector<std::string> dropped;
  std::vector<std::string> repairs;
  std::vector<Figure> figures;  // the title's first
  std::vector<Correction> corrections;
  std::vector<Evidence> evidence;  // not kept in an index
  std::string cluster;             // id of the story whose near-copy it is, else its own
  std::uint64_t content = 0;       // content_hash of the story as it was given

  friend bool operator==(const Article&, const Article&) = default;
};

// Where the story stands, for people: "dump.zip, in it day/a.jsonl:7". The number of a
// member that is a story as a whole is no line of it.
std::string printed_place(const std::string& id, const std::string& path,
                          const std::optional<std::string>& member,
                          const std::optional<std::size_t>& line);

// 16 hexadecimal digits from path and record key.
std::string article_id(std::string_view path, std::string_view key);

// Equal for two stories that came with the same title, text and outlet: exact copies.
// Taken before anything is mended, so that "exact" means what it says. 64 bits.
std::uint64_t content_hash(const RawStory& raw);

// The title, else the opening of the text cut at a word within 90 characters; never
// empty unless the story is.
std::string display_title(const std::optional<std::string>& title, std::string_view text);

// The text a figure was read from.
inline std::string_view text_of(const Article& article, const Figure& figure) {
  if (!figure.in_title) return article.text;
  return article.title ? std::string_view(*article.title) : std::string_view();
}

}  // namespace broadsheet
