#pragma once

#include "core/workshop/implications.h"
#include "core/workshop/reaction.h"

#include <QDate>
#include <QWidget>

#include <array>

class QStackedWidget;

namespace icp::ui {

class Document;
class EntryList;
class EntryTable;
class PromptsCard;
class SegmentedSwitch;
class Text;

/// What follows from a profile: what each department does because of it, which of today's practices still
/// make sense, what has to be looked into, how people inside react, and the three questions every profile has
/// to answer.
class ImplicationsPage : public QWidget {
    Q_OBJECT
public:
    explicit ImplicationsPage(QWidget* parent = nullptr);

    enum List { Actions, Practices, Research, Reactions };
    void setDocument(Document* document);
    /// After a change of the workshop.
    void refresh();
    void show(List list);
    /// Opens a new action that follows from a criterion of the current profile.
    void startAction(const QString& criterion);

Q_SIGNALS:
    void removed(const QString& words);

private:
    void showActions(const Implications& all);
    void showPractices(const Implications& all);
    void showResearch(const Implications& all);
    void showReactions(const std::vector<Reaction>& reactions);
    void say();
    void writeAction(const QString& id, int column, const QVariant& value);
    void writePractice(const QString& id, int column, const QVariant& value);
    void writeResearch(const QString& id, int column, const QVariant& value);
    void writeReaction(const QString& id, int column, const QVariant& value);
    void remove(List list, const QString& id);

    Document* m_document = nullptr;
    EntryTable* m_actions;
    EntryTable* m_practices;
    EntryTable* m_research;
    EntryTable* m_reactions;
    std::array<EntryList*, 4> m_lists{};
    SegmentedSwitch* m_which;
    QStackedWidget* m_pages;
    Text* m_purpose;
    Text* m_summary;
    std::array<QString, 4> m_summaries;
    PromptsCard* m_prompts;
    QString m_criterion;  ///< of the action that is begun
};

}  // namespace icp::ui
