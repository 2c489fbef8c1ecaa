#pragma once

#include "core/deck/jsontext.h"
#include "core/table/dataset.h"

namespace icp {

/// {deals:{matched, unmatched, by:{id, domain, email, name, choice}}, contacts:..., usage:...}: members of an
/// open object.
void writeLinks(JsonText& json, const Dataset& dataset);

}  // namespace icp
