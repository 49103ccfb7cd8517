// Left out: wildcards at the start of a word, and inside quotations; both are remarked
// upon. What a pattern stands for is looked up later, in the index.
#include "searcher/word_clauses.h"

#include <algorithm>
#include <fmt/format.h>

#include "article/utf8.h"
#include "article/words.h"
#include "searcher/clause_parts.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_words = 64;  // of one phrase

void remark(std::vector<Remark>& remarks, Span span, std::string message,
            std::optional<std::string> better = {}) {
  remarks.push_back(
      {.span = span, .message = std::move(message), .suggestion = std::move(better)});
}

bool is_letter_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         byte >= 0x80;
}

// A question mark stands for a letter only inside a word.
bool is_wildcard(std::string_view text, std::size_t at) {
  if (text[at] == '*') return true;
  return text[at] == '?' && at > 0 && at + 1 < text.size() &&
         is_letter_byte(text[at - 1]) && is_letter_byte(text[at + 1]);
}

bool has_wildcard(std::string_view text) {
  // An address may have any signs in it.
  if (text.find("://") != std::string_view::npos) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_wildcard(text, at)) return true;
  }
  return false;
}

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length)
    ++count;
  return count;
}

// "Lay*": the stretches between the wildcards folded, each of them one word.
std::optional<std::string> folded_pattern(std::string_view text) {
  std::string pattern;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool wildcard = at < text.size() && is_wildcard(text, at);
    if (at < text.size() && !wildcard) continue;
    const std::string piece = fold_words(text.substr(start, at - start));
    if (piece.find(' ') != std::string::npos) return std::nullopt;
    pattern += piece;
    const bool repeated = wildcard && text[at] == '*' && pattern.ends_with('*');
    if (wildcard && !repeated) pattern += text[at];
    start = at + 1;
  }
  return pattern;
}

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : split_words(text)) words.push_back(std::move(word.text));
  return words;
}

Clause word_clause(const QueryToken& token, std::string word) {
  Clause clause = bundle(Clause::Kind::word);
  clause.span = token.span;
  clause.exact = token.exact;
  clause.words.push_back(std::move(word));
  return clause;
}

// The words of a token around its wildcards.
class Patterns {
 public:
  Patterns(const QueryToken& token, std::vector<Remark>& remarks)
      : token_(token), remarks_(remarks) {}

  std::vector<Clause> run() {
    const std::string_view text = token_.text;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_wildcard(text, at)) continue;
      std::size_t first = at;
      while (first > start && is_letter_byte(text[first - 1])) --first;
      std::size_t end = at + 1;
      while (end < text.size() && (is_letter_byte(text[end]) || is_wildcard(text, end)))
        ++end;
      plain(text.substr(start, first - start));
      pattern(text.substr(first, end - first));
      start = at = end;
    }
    if (start < text.size()) plain(text.substr(start));
    return std::move(clauses_);
  }

 private:
  void plain(std::string_view text) {
    for (Word& word : search_words(text))
      clauses_.push_back(word_clause(token_, std::move(word.text)));
  }

  void pattern(std::string_view text) {
    const auto whole = folded_pattern(text);
    const std::string head = whole ? whole->substr(0, whole->find_first_of("*?")) : "";
    const bool enough = letters(head) > 1 || (letters(head) == 1 && head.size() > 2);
    if (whole && enough) {
      Clause clause = word_clause(token_, head);
      clause.pattern = *whole;
      clauses_.push_back(std::move(clause));
      return;
    }
    const std::string rest = fold_words(text);
    if (rest.empty()) {
      remark(remarks_, token_.span,
             "a wildcard by itself stands for no word; it is left "
             "out");
      return;
    }
    remark(remarks_, token_.span,
           "two letters must stand before a wildcard; it is taken as a word", rest);
    plain(text);
  }

  const QueryToken& token_;
  std::vector<Remark>& remarks_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> word_clauses(const QueryToken& token, std::vector<Remark>& remarks) {
  if (has_wildcard(token.text)) return Patterns(token, remarks).run();
  std::vector<Clause> clauses;
  for (Word& word : search_words(token.text))
    clauses.push_back(word_clause(token, std::move(word.text)));
  return clauses;
}

Clause phrase_clause(const QueryToken& token, std::vector<Remark>& remarks) {
  Clause clause = bundle(Clause::Kind::phrase);
  clause.span = token.span;
  clause.exact = token.exact;
  clause.value = std::string(token.text);
  clause.words = folded(token.text);
  if (clause.words.size() > max_words) {
    clause.words.resize(max_words);
    remark(remarks, token.span,
           fmt::format("only the first {} words of it are searched for", max_words));
  }
  if (clause.words.empty()) {
    remark(remarks, token.span, "there is no word in it; it is left out");
  } else if (has_wildcard(token.text)) {
    remark(remarks, token.span,
           "there are no wildcards inside quotes; they are left out");
  }
  return clause;
}

std::vector<Clause> text_clauses(const QueryToken& token, const Field& field,
                                 std::vector<Remark>& remarks) {
  const bool quoted = token.kind == QueryToken::Kind::quoted;
  std::vector<Clause> clauses;
  if (!quoted && has_wildcard(token.text)) {
    clauses = word_clauses(token, remarks);
  } else {
    clauses = single(phrase_clause(token, remarks));
    if (clauses.front().words.empty()) return {};
  }
  for (Clause& clause : clauses) {
    clause.kind = Clause::Kind::field;
    clause.field = &field;
  }
  return clauses;
}

}  // namespace broadsheet
