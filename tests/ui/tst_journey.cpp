#include "core/example/example.h"
#include "tests/support/core/program.h"
#include "ui/document/document.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/personamatrix.h"
#include "ui/stations/present/presentstation.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QComboBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// One workshop from an empty window to slides on disk, by keyboard but for the drop of the files: what a
/// facilitator does in front of a room. Then everything back to empty and forth again.
class TestJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        for (const ExampleFile& example : exampleFiles())
            QVERIFY(test::writeFile(m_folder.filePath(example.name), example.bytes));
    }

    void fromFilesToSlides() {
        MainWindow window;
        window.setFileChoices(
            {[] { return QString(); },
             [this](const QString&) { return m_folder.filePath(QStringLiteral("review.icpw")); },
             [](const QString&) { return QString(); }});
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        create(window);
        importFiles(window);
        addCriteria(window);
        writePersona(window);
        exportSlides(window);
        undoAndRedoEverything(window);
    }

private:
    static Document& document(MainWindow& window) { return *window.document(); }

    static void press(MainWindow& window, int digit) {
        QTest::keyClick(&window, Qt::Key(Qt::Key_0 + digit), Qt::ControlModifier);
        QTRY_COMPARE(int(window.current()->id()), digit);
    }

    static void create(MainWindow& window) {
        auto* button = window.current()->findChild<QPushButton*>(QStringLiteral("create"));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(window.document() != nullptr);
        QCOMPARE(window.current()->id(), Station::Id::Import);
    }

    void importFiles(MainWindow& window) {
        QMimeData files;
        QList<QUrl> urls;
        for (const ExampleFile& example : exampleFiles())
            urls << QUrl::fromLocalFile(m_folder.filePath(example.name));
        files.setUrls(urls);
        QDragEnterEvent enter(QPoint(700, 500), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(700, 500), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &dropped);
        document(window).waitForIdle();

        auto* use = window.current()->findChild<QPushButton*>(QStringLiteral("use"));
        QVERIFY2(use->isEnabled(), qPrintable(window.current()->messages()->text()));
        use->setFocus();
        QTest::keyClick(use, Qt::Key_Space);
        document(window).waitForIdle();
        QCOMPARE(document(window).stage(), Stage::Done);
        QCOMPARE(document(window).dataset().accounts.rows(), std::size_t(1046));
    }

    static void addCriteria(MainWindow& window) {
        press(window, 2);  // customers
        press(window, 3);  // patterns, on the strongest attribute
        QCOMPARE(document(window).findings().attributes.front().label, QStringLiteral("Finance team size"));
        QTest::keyClick(window.focusWidget(), Qt::Key_A);
        QVERIFY(document(window).currentIcp() != nullptr);
        QCOMPARE(document(window).currentIcp()->criteria.size(), std::size_t(1));
        QTest::keyClick(window.focusWidget(), Qt::Key_Down);
        QTest::keyClick(window.focusWidget(), Qt::Key_X);
        QCOMPARE(document(window).currentIcp()->criteria.size(), std::size_t(2));
        QCOMPARE(document(window).currentIcp()->criteria.back().importance, Importance::Exclude);

        press(window, 4);  // segments, the sure ones: the large one is the team again
        auto* quality = window.current()->findChild<QComboBox*>(QStringLiteral("segmentQuality"));
        quality->setFocus();
        QTest::keyClick(quality, Qt::Key_Down);
        document(window).waitForIdle();
        QVERIFY(document(window).findings().segments.front().conditions.size() > 1);
        window.current()->findChild<QTableView*>()->setFocus();
        const std::size_t before = document(window).currentIcp()->criteria.size();
        QTest::keyClick(window.focusWidget(), Qt::Key_A);
        QVERIFY(document(window).currentIcp()->criteria.size() > before);

        press(window, 5);  // the ICP and what it means
        QVERIFY(document(window).gauge().customers.part > 0);
        QVERIFY(document(window).gauge().inside.rate > document(window).gauge().outside.rate);
    }

    static void writePersona(MainWindow& window) {
        press(window, 6);
        document(window).waitForIdle();
        if (document(window).workshop().personas.empty()) {
            QPushButton* begin = nullptr;
            for (QPushButton* button : window.current()->findChildren<QPushButton*>())
                if (button->isVisible() && button->text() == QStringLiteral("Start with six roles"))
                    begin = button;
            QVERIFY(begin != nullptr);
            begin->setFocus();
            QTest::keyClick(begin, Qt::Key_Space);
            QTRY_VERIFY(!document(window).workshop().personas.empty());
        }
        auto* matrix = window.current()->findChild<PersonaMatrix*>();
        QTRY_VERIFY(matrix->isVisible());
        matrix->setFocus();
        matrix->setCurrentIndex(matrix->model()->index(0, 0));
        QTest::keyClick(matrix, Qt::Key_F2);
        auto* editor = matrix->findChild<QPlainTextEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, "Close every entity in one place");
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(document(window).workshop().personas.front()[PersonaField::Needs].text,
                 QStringLiteral("Close every entity in one place"));
    }

    void exportSlides(MainWindow& window) {
        press(window, 8);
        auto* present = static_cast<PresentStation*>(window.current());
        present->waitForIdle();
        const QString path = m_folder.filePath(QStringLiteral("deck.pdf"));
        present->setAskFile(
            [path](QWidget*, const QString&, const QString&, const QString&) { return path; });
        present->startExport();
        present->waitForIdle();
        QVERIFY(test::fileBytes(path).startsWith("%PDF"));
    }

    static void undoAndRedoEverything(MainWindow& window) {
        const auto written = [&] {
            QList<QJsonObject> all;
            for (const Icp& icp : document(window).workshop().icps) all << toJson(icp);
            for (const Persona& persona : document(window).workshop().personas) all << toJson(persona);
            return all;
        };
        const QList<QJsonObject> end = written();
        QVERIFY(end.size() > 1);
        int steps = 0;
        for (; document(window).canUndo(); ++steps) QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(steps >= 4);
        QVERIFY(written().isEmpty());
        for (; document(window).canRedo(); --steps)
            QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(steps, 0);
        QCOMPARE(written(), end);
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
