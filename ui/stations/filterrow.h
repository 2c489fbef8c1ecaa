#pragma once

#include "core/analysis/study.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace icp::ui {

class Document;

/// What everything is narrowed to by a click on a bar or a segment, as chips; a click on a chip takes it out.
/// Hidden while nothing is.
class FilterRow : public QWidget {
    Q_OBJECT
public:
    explicit FilterRow(QWidget* parent = nullptr);
    void setDocument(Document* document);
    /// Takes all of it out; false when there is nothing to take.
    bool clear();

private:
    void refresh();

    Document* m_document = nullptr;
    QHBoxLayout* m_row;
    std::vector<Condition> m_shown;
};

/// The conditions of a study that a click made: all but the dates, which have a chip of their own.
std::vector<Condition> chosenConditions(const Study& study);
/// The study with only these in place of them.
Study narrowedTo(Study study, const std::vector<Condition>& conditions);

}  // namespace icp::ui
