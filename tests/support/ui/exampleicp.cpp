#include "tests/support/ui/exampleicp.h"

#include "core/example/exampleworkshop.h"
#include "tests/support/ui/windowcase.h"
#include "ui/document/document.h"
#include "ui/shell/menus.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

namespace icp::test {

using namespace icp::ui;

void ExampleIcp::prepareExample(const QString& program) {
    WindowCase::prepare(program);
    QVERIFY(m_plurals.load(QStringLiteral(":/i18n/icp-workshop_en.qm")));
    QCoreApplication::installTranslator(&m_plurals);
}

void ExampleIcp::openExample(int view) {
    const QString path = m_folder.filePath(QStringLiteral("Review %1.icpw").arg(++m_case));
    QVERIFY(makeExampleWorkshop(path));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    m_window->openPath(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document() != nullptr, 20000);
    document().waitForIdle();
    m_window->go(Station::Id::Icp);
    m_station = qobject_cast<IcpStation*>(m_window->current());
    QVERIFY(m_station);
    idle();
    if (view == 0) return;
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_station, Qt::Key(view));
    idle();
}

void ExampleIcp::closeExample() {
    if (m_window) m_window->menus().dark->setChecked(false);
    m_station = nullptr;
    m_window.reset();
}

QAbstractButton* ExampleIcp::button(const QString& text) const {
    for (QAbstractButton* one : m_station->findChildren<QAbstractButton*>())
        if (one->text() == text && one->isVisible()) return one;
    return nullptr;
}

bool ExampleIcp::says(const QString& words) const {
    for (const QLabel* label : m_station->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(words)) return true;
    return false;
}

void ExampleIcp::idle() {
    document().waitForIdle();
    m_station->waitForIdle();
    QTest::qWait(0);
    QCoreApplication::processEvents();
    m_station->waitForIdle();
}

const Workshop& ExampleIcp::workshop() const { return document().workshop(); }

}  // namespace icp::test
