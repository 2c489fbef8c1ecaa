#pragma once

#include "ui/shell/mainwindow.h"
#include "ui/stations/icp/icpstation.h"

#include <QAbstractItemView>
#include <QTemporaryDir>
#include <QTranslator>

#include <memory>

class QAbstractButton;

namespace icp::test {

/// The window on the example workshop, at its ICP, as a person sees it: only what is visible is found.
class ExampleIcp {
protected:
    /// For initTestCase().
    void prepareExample(const QString& program);
    /// For init(): a workshop of its own. `view` is the key that leads to the page wanted, 0 for the first.
    void openExample(int view = 0);
    /// For cleanup().
    void closeExample();

    template <class Widget>
    Widget* named(const QString& name) const {
        for (Widget* widget : m_station->findChildren<Widget*>())
            if (widget->accessibleName() == name && widget->isVisible()) return widget;
        return nullptr;
    }
    QAbstractButton* button(const QString& text) const;
    bool says(const QString& words) const;
    /// A cell of the list of that name, as shown.
    template <class View = QAbstractItemView>
    QString cell(const QString& list, int row, int column) const {
        const auto* view = named<View>(list);
        return view ? view->model()->index(row, column).data().toString() : QStringLiteral("no list");
    }
    void idle();
    ui::Document& document() const { return *m_window->document(); }
    const Workshop& workshop() const;

    std::unique_ptr<ui::MainWindow> m_window;
    ui::IcpStation* m_station = nullptr;
    QTemporaryDir m_folder;

private:
    QTranslator m_plurals;
    int m_case = 0;
};

}  // namespace icp::test
