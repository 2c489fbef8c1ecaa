#pragma once

#include "core/analysis/findings.h"
#include "core/workshop/icp.h"
#include "ui/stations/icp/criterioncard.h"
#include "ui/stations/icp/dropplace.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

namespace icp::ui {

class Card;
class ChallengeBox;
class CounterRow;
class CriterionEditor;
class SectionBox;

/// The criteria of an ICP in the eight sections of the template, with everything that changes them. Holds a
/// value; whoever shows it stores what it edits.
class CriteriaList : public QWidget {
    Q_OBJECT
public:
    explicit CriteriaList(QWidget* parent = nullptr);

    void setData(std::shared_ptr<const Dataset> dataset, const Findings& findings);
    void setIcp(const Icp& icp);
    void setDepartments(const QStringList& departments) { m_departments = departments; }
    void add(Section section);     ///< opens the editor for a new criterion
    void edit(const QString& id);  ///< opens the editor of a criterion
    bool isEditing() const { return !m_editor.isNull(); }
    void closeEditor();
    /// Scrolls there and gives it the focus.
    void reveal(Section section);
    void reveal(const QString& id);
    QString current() const;  ///< id of the criterion with the focus or the editor; empty = none

Q_SIGNALS:
    /// `field`: edits of the same one that follow each other are one step of undo; empty = a step of its own.
    void edited(const icp::Icp& icp, const QString& text, const QString& field);
    void previewed(const std::optional<icp::Icp>& icp);
    void needsVisible(QWidget* widget);
    void actionAsked(const QString& id);  ///< that follows from a criterion
    void removed(const QString& text);    ///< of a criterion or counter-proposal, by its words
    void adopted(const QString& text);    ///< a counter-proposal, by its words

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void colourEdges();
    void rebuild();
    CriterionCard* cardFor(const Criterion& criterion);
    void act(const QString& id, CriterionAct act);
    void change(const Icp& icp, const QString& text, const QString& field = {});
    void openEditor(const Criterion& criterion, bool isNew, const QString& counter = {});
    void store(const Criterion& criterion, bool isNew);
    // Counter-proposals, in criteriacounters.cpp:
    QList<QWidget*> counterRows(const Criterion& criterion);
    void dropCounterRows();  ///< of counter-proposals that are no more
    void openCounter(const QString& criterion, const QString& counter);
    void storeCounter(const Criterion& written);
    void adopt(const QString& criterion, const QString& counter);
    void removeCounter(const QString& criterion, const QString& counter);
    // Dragging, in criteriadrag.cpp:
    std::vector<DropPlace::Gap> gapsFor(const QString& id);  ///< where this one may land
    void drag(const QString& id, const QPoint& global);
    void drop(const QString& id);
    Section homeOf(const Criterion& criterion) const;
    void focusBeside(const QString& id);
    QList<CriterionCard*> cardsInOrder() const;

    Icp m_icp;
    std::shared_ptr<const Dataset> m_dataset;
    Findings m_findings;
    std::array<SectionBox*, sectionCount> m_sections;
    Card* m_exclusions = nullptr;
    Card* m_stretch = nullptr;
    ChallengeBox* m_challenge;
    QHash<QString, CriterionCard*> m_cards;
    QHash<QString, CounterRow*> m_counters;
    QStringList m_departments;
    QPointer<CriterionEditor> m_editor;
    QString m_editedCounter;  ///< id of what the editor writes; empty: a criterion
    Section m_editorSection = Section::KeyChallenge;
    DropPlace* m_dropPlace;
};

}  // namespace icp::ui
