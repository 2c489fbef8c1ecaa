#pragma once

#include "ui/shell/mainwindow.h"
#include "ui/stations/import/importstation.h"

#include <QTemporaryDir>

#include <memory>

namespace icp::test {

/// The whole window in a temporary folder of exports, with preferences of its own. Asked for files it answers
/// "review.icpw" (open, create) and "copy.icpw" (copy) in that folder.
class WindowCase {
public:
    /// For initTestCase(): a test begins without preferences, and whatever it remembers is forgotten with it.
    static void prepare(const QString& program);
    explicit WindowCase(int accounts = 300);

    std::unique_ptr<ui::MainWindow> makeWindow();
    /// By the form of the start page: "ICP review, autumn 2026" of Quillbridge.
    void create(ui::MainWindow& window);
    /// The folder's accounts and deals, analysed to the end.
    void importExports(ui::MainWindow& window);
    QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

ui::ImportStation* importOf(ui::MainWindow& window);

}  // namespace icp::test
