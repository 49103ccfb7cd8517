// An Article as Xapian documents: one for the article, one for each sentence with
// figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "article/article.h"
#include "schema/codec.h"
#include "schema/terms.h"

namespace broadsheet {

struct Documents {
  Xapian::Document article;
  std::vector<Xapian::Document> sentences;
};

// O(words of the article). `sketch` are the bytes of the story's sketch.
Documents to_documents(const Article& article, Stemmer& stem,
                       const std::string& sketch = {});

// Those of the sentences alone, for an index whose stories stay.
std::vector<Xapian::Document> to_sentence_documents(const Article& article,
                                                    Stemmer& stem);

// What a sentence document keeps; nothing when it is damaged.
std::optional<SentenceRecord> sentence_record(const Xapian::Document& document);

// How many these are.
std::size_t count_sentences(const Article& article);

// The largest value among the figures, for sorting; nothing without a figure.
std::optional<double> largest_figure(const std::vector<Figure>& figures);

}  // namespace broadsheet
