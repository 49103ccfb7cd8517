// What of an article is searchable. The body is stems with positions; the title stands
// before the body in the same stems, so that one posting list answers a plain word, and
// again with prefix S, so that titles can be weighed and asked for by themselves.
#include "schema/document.h"

#include <algorithm>

#include "article/mentioned_dates.h"
#include "article/words.h"
#include "schema/codec.h"
#include "schema/facet_names.h"
#include "schema/fields.h"
#include "schema/places.h"
#include "schema/said.h"
#include "schema/sentence_ends.h"
#include "schema/story_words.h"

namespace broadsheet {
namespace {

// Keeps phrases and NEAR from reaching across from the title into the body.
constexpr Xapian::termpos title_gap = 100;

struct Postings {
  Xapian::Document& document;
  Stemmer& stem;

  // What is counted, or its unit.
  void thing(std::string_view text) const {
    for (const Word& word : split_words(text)) {
      document.add_boolean_term(term(prefix::unit, stem(word.text)));
    }
  }

  void name(std::string_view prefix, const std::optional<std::string>& value) const {
    document.add_boolean_term(name_term(prefix, value));
  }

  void all(const std::vector<std::string>& terms) const {
    for (const std::string& t : terms) document.add_boolean_term(t);
  }
};

void add_figures(const Article& article, const Postings& out) {
  for (const Figure& figure : article.figures) {
    // Values rank, so they count as words do.
    for (const std::string& t : value_terms(figure)) out.document.add_term(t);
    out.all(bucket_terms(figure));
    out.thing(figure.unit);
    if (figure.counts) out.thing(*figure.counts);
  }
}

// What is said beside the figures: the headline, then each sentence that has some.
class SaidWords {
 public:
  explicit SaidWords(const Postings& out) : out_(out) {}

  // Finds sentences among the words of the title or text that they are part of. What
  // their figures count is said, too, even where it is understood.
  void add(const Span& sentence, const std::vector<Word>& words,
           std::span<const Figure> figures) {
    auto word = std::lower_bound(
        words.begin(), words.end(), sentence.start,
        [](const Word& w, std::size_t start) { return w.span.start < start; });
    std::string line;
    std::vector<WordMark> marks;
    for (; word != words.end() && word->span.end <= sentence.end; ++word) {
      line.append(word->text) += ' ';
      // Nobody asks for a figure by words such as "the".
      if (!is_stop_word(word->text)) marks.push_back(mark_of(out_.stem(word->text)));
    }
    const auto add_all = [&](const std::string& text) {
      for (const Word& part : split_words(text))
        marks.push_back(mark_of(out_.stem(part.text)));
    };
    for (const std::string& name : other_names(line)) {
      out_.thing(name);
      add_all(name);
    }
    for (const Figure& figure : figures)
      add_all(figure.unit + " " + figure.counts.value_or(""));
    append_said(bytes_, line, std::move(marks));
  }

  std::string take() { return std::move(bytes_); }

 private:
  const Postings& out_;
  std::string bytes_;
};

// The other terms by which stories are filtered.
void add_story_terms(const Article& article, const Postings& out) {
  for (const std::string& name : article.credited) out.name(prefix::credited, name);
  for (const std::string& name : article.credited_outlets)
    out.name(prefix::credited, name);
  for (const std::string& name : article.cited) out.name(prefix::cited, name);
  for (const std::string& author : article.authors) {
    for (const Word& word : split_words(author)) {
      out.document.add_boolean_term(term(prefix::author, out.stem(word.text)));
    }
  }
  if (article.language) out.name(prefix::language, article.language);
  if (article.url) out.all(url_terms(*article.url));
  out.all(path_terms(article.path, article.member.value_or("")));
  out.all(facet_terms(article));
}

void add_values(const Article& article, const std::string& sketch,
                Xapian::Document& document) {
  if (article.date) document.add_value(slot_date, encode_day(first_day(*article.date)));
  if (article.outlet) document.add_value(slot_outlet, *article.outlet);
  if (const auto largest = largest_figure(article.figures)) {
    document.add_value(slot_figure, Xapian::sortable_serialise(*largest));
  }
  document.add_value(slot_id, article.id);
  document.add_value(slot_cluster, article.cluster);
  document.add_value(slot_sketch, sketch);
}

// The words of a title or text, and the dates it names.
struct Reading {
  Reading(std::string_view printed, const Article& article, const Postings& out)
      : text(printed), words(split_words(printed)) {
    for (const Date& date : mentioned_dates(text, words, article.date, article.language))
      out.all(mention_terms(date));
  }
  std::string_view text;
  std::vector<Word> words;
};

void add_said(const Article& article, const std::vector<Word>& title,
              const std::vector<Word>& text, const Postings& out) {
  if (article.figures.empty()) return;
  SaidWords said(out);
  said.add({0, article.title.value_or("").size()}, title, {});
  for_each_sentence(article.figures, [&](std::span<const Figure> figures) {
    const Figure& first = figures.front();
    said.add(first.sentence, first.in_title ? title : text, figures);
  });
  out.document.add_value(slot_said, said.take());
}

void add_text(const Article& article, const Postings& out) {
  StoryWords terms(out.document, out.stem, article.language);
  Xapian::termpos position = 0;
  const Reading title(article.title ? *article.title : std::string_view(), article, out);
  if (article.title) {
    terms.add(title.words, title.text, prefix::title, 0);
    position = terms.add(title.words, title.text, "", 0) + title_gap;
  }
  const Reading text(article.text, article, out);
  out.document.add_posting(term(prefix::lead, ""), position, 0);
  terms.add(text.words, text.text, "", position);
  terms.finish();
  SentenceEnds ends;
  ends.add(title.words, title.text, 0);
  ends.add(text.words, text.text, position);
  out.document.add_value(slot_ends, ends.encode());
  add_said(article, title.words, text.words, out);
}

}  // namespace

std::optional<double> largest_figure(const std::vector<Figure>& figures) {
  std::optional<double> largest;
  for (const Figure& figure : figures) {
    const auto& end = figure.high ? figure.high : figure.low;
    if (!end) continue;
    const double value = to_double(*end);
    if (!largest || value > *largest) largest = value;
  }
  return largest;
}

Xapian::Document to_document(const Article& article, Stemmer& stem,
                             const std::string& sketch) {
  Xapian::Document document;
  const Postings out{document, stem};
  add_text(article, out);
  add_figures(article, out);
  add_story_terms(article, out);
  document.add_boolean_term(term(prefix::id, article.id));
  document.add_boolean_term(term(prefix::cluster, article.cluster));
  out.name(prefix::outlet, article.outlet);
  out.all(date_terms(article.date));
  add_values(article, sketch, document);
  document.set_data(encode_article(article));
  return document;
}

}  // namespace broadsheet
