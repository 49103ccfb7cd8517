// Stories that say a word in one form, told by the hashes in their slot (schema/forms.h):
// looked at for candidates that have the word in some form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

// Forms are in lower case with their diacritics.
Xapian::Query says_form(std::string_view form);

// Or says none of the others.
Xapian::Query says_form_or_none(std::string_view form,
                                const std::vector<std::string>& others);

}  // namespace broadsheet
