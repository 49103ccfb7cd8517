// Files that came with a mail, read as if they lay beside it.
#pragma once

#include <string>

#include "indexer/reader.h"
#include "indexer/readers/mime.h"

namespace broadsheet {

// Each story of it is a member of the mail, known by `key` of the mail and the name; what
// cannot be read is a skip that names it. `depth`: of mails inside mails.
void read_attachment(const Attachment& attachment, const std::string& key,
                     const Source& mail, const ReadOptions& options, int depth,
                     StorySink& sink);

// Reads a mail with what is attached to it.
void read_email_to(const Source& source, const ReadOptions& options, int depth,
                   StorySink& sink);

}  // namespace broadsheet
