#pragma once

#include "core/analysis/findings.h"

#include <map>

namespace icp::ui {

/// What the bars of an attribute show while everything is narrowed to one of them: all its levels, from the
/// findings before, so that another bar can be chosen. Other attributes show what is inside.
class Narrowing {
public:
    void forget() { m_before.clear(); }
    /// To be called with the findings on screen before `attribute` narrows them.
    void remember(const QString& attribute, const Findings& findings);
    /// The findings that `attribute` is shown by; `now` when nothing better is known.
    const Findings& of(const QString& attribute, const Findings& now) const;

private:
    std::map<QString, Findings> m_before;
};

/// Whether the study is narrowed by a condition on this attribute.
bool narrowedBy(const Study& study, const QString& attribute);
/// The study narrowed to one level of an attribute, in place of another one; without it when it was narrowed
/// to just that.
Study toggled(const Study& study, const Condition& level);

}  // namespace icp::ui
