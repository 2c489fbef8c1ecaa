#pragma once

#include "core/analysis/findings.h"

namespace icp {

// The one table of plain words for what tests and effects are called in files.

/// "chi-square test with deals of one account counted together (Rao-Scott)". Empty for an attribute without a
/// test; a name that the table does not know stays as it is.
QString testWords(const AttributeProfile& profile);

/// "strength of association (Cramér's V)". Empty for an attribute without a test.
QString effectWords(const AttributeProfile& profile);

}  // namespace icp
