#pragma once

#include "core/table/dataset.h"

namespace icp {

/// Whether a column is set aside because it knows the outcome, by what it holds or by its header alone. Its
/// `reason` is then what has to stand beside it, should somebody analyse it all the same.
inline bool isLeak(const Attribute& attribute) {
    return attribute.use == AttributeUse::LeftOut &&
           (attribute.verdict.isEmpty() || attribute.verdict == u"leak");
}

}  // namespace icp
