// What of an article is searchable. The body is stems with positions; the title stands
// before the body in the same stems, so that one posting list answers a plain word, and
// again with prefix S, so that titles can be weighed and asked for by themselves.
#include "schema/document.h"

#include <algorithm>
#include <xxhash.h>

#include "article/words.h"
#include "schema/codec.h"
#include "schema/fields.h"

namespace broadsheet {
namespace {

// Keeps phrases and NEAR from reaching across from the title into the body.
constexpr Xapian::termpos title_gap = 100;

struct Postings {
  Xapian::Document& document;
  Stemmer& stem;

  Xapian::termpos words(std::string_view text, std::string_view prefix,
                        Xapian::termpos position) const {
    for (const Word& word : split_words(text)) {
      document.add_posting(term(prefix, stem(word.text)), ++position);
    }
    return position;
  }

  // Nobody asks for a figure by words such as "the".
  void telling(const std::vector<Word>& words) const {
    for (const Word& word : words) {
      if (!is_stop_word(word.text)) document.add_term(stem(word.text));
    }
  }

  // What is counted, or its unit.
  void thing(std::string_view text) const {
    for (const Word& word : split_words(text)) {
      document.add_boolean_term(term(prefix::unit, stem(word.text)));
    }
  }

  void name(std::string_view prefix, const std::optional<std::string>& value) const {
    document.add_boolean_term(name_term(prefix, value));
  }

  // Values rank, so they count as words do.
  void values(const std::vector<Figure>& figures) const {
    for (const Figure& figure : figures) {
      for (const std::string& t : value_terms(figure)) document.add_term(t);
    }
  }

  void all(const std::vector<std::string>& terms) const {
    for (const std::string& t : terms) document.add_boolean_term(t);
  }
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
  if (article.url) out.name(prefix::url, article.url);
}

void add_values(const Article& article, const std::vector<Figure>& figures,
                Xapian::Document& document) {
  if (article.date) document.add_value(slot_date, encode_day(first_day(*article.date)));
  if (article.outlet) document.add_value(slot_outlet, *article.outlet);
  if (const auto largest = largest_figure(figures)) {
    document.add_value(slot_figure, Xapian::sortable_serialise(*largest));
  }
}

Xapian::Document article_document(const Article& article, const std::string& key,
                                  Stemmer& stem, const std::string& sketch) {
  Xapian::Document document;
  const Postings out{document, stem};
  Xapian::termpos position = 0;
  if (article.title) {
    out.words(*article.title, prefix::title, 0);
    position = out.words(*article.title, "", 0) + title_gap;
  }
  out.words(article.text, "", position);
  add_story_terms(article, out);
  out.values(article.figures);
  document.add_boolean_term(term(prefix::id, article.id));
  document.add_boolean_term(term(prefix::cluster, article.cluster));
  out.name(prefix::outlet, article.outlet);
  out.all(date_terms(article.date));
  document.add_boolean_term(term(prefix::key, key));
  add_values(article, article.figures, document);
  document.add_value(slot_id, article.id);
  document.add_value(slot_key, key);
  document.add_value(slot_cluster, article.cluster);
  document.add_value(slot_sketch, sketch);
  document.set_data(encode_article(article));
  return document;
}

// Folded, with a space behind each word.
std::string line_of(const std::vector<Word>& words) {
  std::string line;
  for (const Word& word : words) line.append(word.text) += ' ';
  return line;
}

// What all sentences of a story have.
struct Shared {
  std::vector<std::string> filters;
  std::vector<std::string> title;
};

Shared shared_terms(const Article& article, const std::string& key, Stemmer& stem) {
  Shared terms{.filters = date_terms(article.date), .title = {}};
  terms.filters.push_back(name_term(prefix::outlet, article.outlet));
  terms.filters.push_back(term(prefix::key, key));
  for (const Word& word : split_words(article.title.value_or(""))) {
    if (!is_stop_word(word.text))
      terms.title.push_back(term(prefix::title, stem(word.text)));
  }
  return terms;
}

Xapian::Document sentence_document(const Article& article, const Shared& shared,
                                   SentenceRecord record, Stemmer& stem) {
  Xapian::Document document;
  const Postings out{document, stem};
  const Figure& first = record.figures.front();
  const auto words = split_words(first.sentence.in(text_of(article, first)));
  const std::string line = line_of(words);
  record.text_hash = XXH64(line.data(), line.size(), 0);
  out.telling(words);
  for (const std::string& name : other_names(line)) out.thing(name);
  out.all(shared.filters);
  for (const std::string& t : shared.title) document.add_term(t);
  for (const Figure& figure : record.figures) {
    out.all(bucket_terms(figure));
    out.thing(figure.unit);
    if (figure.counts) out.thing(*figure.counts);
  }
  add_values(article, record.figures, document);
  document.add_value(slot_record, encode_sentence(record));
  return document;
}

bool same_sentence(const Figure& a, const Figure& b) {
  return a.in_title == b.in_title && a.sentence == b.sentence;
}

std::vector<Xapian::Document> sentence_documents(const Article& article,
                                                 const std::string& key, Stemmer& stem) {
  std::vector<Xapian::Document> sentences;
  const Shared shared = shared_terms(article, key, stem);
  const auto& figures = article.figures;
  for (std::size_t i = 0; i < figures.size();) {
    SentenceRecord record{
        .story_key = key, .text_hash = 0, .first_figure = i, .figures = {}};
    for (; i < figures.size() &&
           (record.figures.empty() || same_sentence(record.figures.front(), figures[i]));
         ++i) {
      record.figures.push_back(figures[i]);
    }
    sentences.push_back(sentence_document(article, shared, std::move(record), stem));
  }
  return sentences;
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

Documents to_documents(const Article& article, Stemmer& stem, const std::string& sketch) {
  const std::string key = story_key(article);
  return {article_document(article, key, stem, sketch),
          sentence_documents(article, key, stem)};
}

std::vector<Xapian::Document> to_sentence_documents(const Article& article,
                                                    Stemmer& stem) {
  return sentence_documents(article, story_key(article), stem);
}

std::optional<SentenceRecord> sentence_record(const Xapian::Document& document) {
  return decode_sentence(document.get_value(slot_record));
}

std::size_t count_sentences(const Article& article) {
  const auto& figures = article.figures;
  std::size_t count = figures.empty() ? 0 : 1;
  for (std::size_t i = 1; i < figures.size(); ++i) {
    count += same_sentence(figures[i - 1], figures[i]) ? 0U : 1U;
  }
  return count;
}

}  // namespace broadsheet
