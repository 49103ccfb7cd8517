// The formats, one .cpp each; indexer/reader.cpp lists them.
#pragma once

#include "indexer/reader.h"

namespace broadsheet {

extern const Reader warc_reader;
extern const Reader jsonl_reader;
extern const Reader json_reader;
extern const Reader html_reader;
extern const Reader csv_reader;
extern const Reader feed_reader;
extern const Reader news_xml_reader;
extern const Reader xml_reader;
extern const Reader mbox_reader;
extern const Reader email_reader;
extern const Reader export_reader;
extern const Reader docx_reader;
extern const Reader rtf_reader;
extern const Reader pdf_reader;
extern const Reader markdown_reader;
extern const Reader text_reader;

// What several formats ask of the first bytes of a file.
bool has_ending(std::string_view path,
                std::string_view ending);  // ".gz" is looked through
std::string_view without_bom(std::string_view bytes);
bool equal_ignoring_case(std::string_view a, std::string_view b);  // ASCII only

}  // namespace broadsheet
