#pragma once

#include "core/deck/importnews.h"
#include "core/deck/jsontext.h"

namespace icp {

/// Members of an open object: "merged", the accounts that the user's decisions made one, with every row they
/// were imported from.
void writeMerged(JsonText& json, const Dataset& dataset);

/// "change" and "proposals", each only when it is there.
void writeNews(JsonText& json, const Dataset& dataset, const ImportNews& news);

}  // namespace icp
