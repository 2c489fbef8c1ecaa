#include "tests/support/ui/windowcase.h"

#include "tests/support/ui/exports.h"
#include "ui/stations/start/startstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

namespace icp::test {

using namespace icp::ui;

ImportStation* importOf(MainWindow& window) {
    return static_cast<ImportStation*>(window.station(Station::Id::Import));
}

void WindowCase::prepare(const QString& program) {
    QCoreApplication::setOrganizationName(QStringLiteral("ICP Workshop test"));
    QCoreApplication::setApplicationName(program);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings().clear();
}

WindowCase::WindowCase(int accounts) {
    if (!m_folder.isValid()) qFatal("There is no temporary folder.");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    applyTheme(false, 1);
    writeExports(m_folder.path(), accounts);
}

std::unique_ptr<MainWindow> WindowCase::makeWindow() {
    auto window = std::make_unique<MainWindow>();
    window->setFileChoices({[this] { return file(QStringLiteral("review.icpw")); },
                            [this](const QString&) { return file(QStringLiteral("review.icpw")); },
                            [this](const QString&) { return file(QStringLiteral("copy.icpw")); }});
    window->resize(1440, 900);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("The window does not become active.");
    return window;
}

void WindowCase::create(MainWindow& window) {
    auto* start = static_cast<StartStation*>(window.station(Station::Id::Start));
    const auto fields = start->findChildren<QLineEdit*>();
    fields[0]->setText(QStringLiteral("ICP review, autumn 2026"));
    fields[1]->setText(QStringLiteral("Quillbridge"));
    QTest::mouseClick(start->findChild<QPushButton*>(QStringLiteral("create")), Qt::LeftButton);
    QVERIFY(window.document());
    QCOMPARE(window.current()->id(), Station::Id::Import);
}

void WindowCase::importExports(MainWindow& window) {
    importOf(window)->addFiles({file(QStringLiteral("accounts.csv")), file(QStringLiteral("deals.csv"))});
    window.document()->waitForIdle();
    QVERIFY2(importOf(window)->draft().result != nullptr, qPrintable(importOf(window)->messages()->text()));
    auto* use = importOf(window)->findChild<QPushButton*>(QStringLiteral("use"));
    QVERIFY(use->isEnabled());
    QTest::mouseClick(use, Qt::LeftButton);
    window.document()->waitForIdle();
}

}  // namespace icp::test
