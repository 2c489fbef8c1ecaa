#pragma once

#include "core/analysis/findings.h"

#include <QString>

#include <vector>

namespace icp::ui {

class Document;
class MessageBar;

/// Makes criteria out of findings and tells in the page's message bar what happened, with a way to undo it.
/// Each is one step of undo. What is known of deals only tells nothing of an account, so it makes no
/// criterion: the message bar says which part that was and why.
void addToIcp(Document& document, MessageBar& messages, const AttributeProfile& attribute,
              const std::vector<Level>& levels);
void addToIcp(Document& document, MessageBar& messages, const Segment& segment);
void exclude(Document& document, MessageBar& messages, const Exclusion& exclusion);
/// Those conditions as a claim, for ValidateStation::reveal(). Nothing stays narrowed to them: there would be
/// nobody else to hold them against.
QString claimThis(Document& document, const std::vector<Condition>& conditions);
QString dealsOnly();         ///< why it is not excluded
QString dealsCannotBeMet();  ///< why it is not added

/// Levels that the analysis did not propose to exclude by itself.
void exclude(Document& document, MessageBar& messages, const AttributeProfile& attribute,
             const std::vector<Level>& levels);

}  // namespace icp::ui
