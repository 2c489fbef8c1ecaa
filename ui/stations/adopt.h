#pragma once

#include "core/analysis/findings.h"

#include <QString>

#include <vector>

namespace icp::ui {

class Document;
class MessageBar;

/// Makes criteria out of findings and tells in the page's message bar what happened, with a way to undo it.
/// Each is one step of undo.
void addToIcp(Document& document, MessageBar& messages, const AttributeProfile& attribute,
              const std::vector<Level>& levels);
void addToIcp(Document& document, MessageBar& messages, const Segment& segment);
/// One that speaks of deals makes no criterion: the message bar says why.
void exclude(Document& document, MessageBar& messages, const Exclusion& exclusion);
QString dealsOnly();  ///< why

/// Levels that the analysis did not propose to exclude by itself.
void exclude(Document& document, MessageBar& messages, const AttributeProfile& attribute,
             const std::vector<Level>& levels);

}  // namespace icp::ui
