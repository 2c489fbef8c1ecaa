#pragma once

#include "tests/support/ui/studiocase.h"
#include "ui/stations/icp/criterioncard.h"
#include "ui/stations/icp/criterioneditor.h"
#include "ui/stations/icp/icpstation.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QListView>
#include <QPushButton>

#include <memory>

namespace icp::test {

/// The page of the ICP as a person sees it: only what is visible is found.
class IcpPage {
protected:
    using CriterionCard = ui::CriterionCard;
    using CriterionEditor = ui::CriterionEditor;

    template <class T>
    QList<T*> visible() const {
        QCoreApplication::processEvents();  // layouts show what was added
        QList<T*> found;
        for (T* widget : m_station->findChildren<T*>())
            if (widget->isVisible()) found << widget;
        return found;
    }
    QPushButton* button(const QString& name) const {
        for (QPushButton* one : visible<QPushButton>())
            if (one->text() == name || one->accessibleName() == name) return one;
        return nullptr;
    }
    CriterionCard* card(const QString& id) const {
        for (CriterionCard* one : visible<CriterionCard>())
            if (one->id() == id) return one;
        return nullptr;
    }
    CriterionEditor* editor() const { return visible<CriterionEditor>().value(0); }
    QListView* levels() const {
        for (QListView* list : visible<QListView>())
            if (list->accessibleName() == "Levels") return list;
        return nullptr;
    }
    /// In the editor that is open.
    void choose(const QString& attribute);
    const Icp& stored() { return *m_case->document().currentIcp(); }
    void start(bool data = true);
    void finish();

    std::unique_ptr<StudioCase> m_case;
    std::unique_ptr<ui::IcpStation> m_station;
};

}  // namespace icp::test
