#pragma once

#include "core/analysis/findings.h"
#include "core/deck/jsontext.h"

namespace icp {

/// How an attribute was tried: members of an open object.
void writeExposure(JsonText& json, const Exposure& exposure);
/// {tries, saved, savedShare, wins, winsLost, lostShare, open, openSaved}: members of an open object.
void writeSaved(JsonText& json, const LeadsSaved& saved);

}  // namespace icp
