#include "core/example/exampleworkshop.h"
#include "tests/support/ui/pseudolanguage.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/windowcase.h"
#include "ui/document/document.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/station.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace icp;
using ui::Station;

namespace {

struct Stop {
    Station::Id id;
    const char* name;
};
constexpr std::array<Stop, 9> stops{{{Station::Id::Start, "start"},
                                     {Station::Id::Import, "import"},
                                     {Station::Id::Customers, "customers"},
                                     {Station::Id::Patterns, "patterns"},
                                     {Station::Id::Segments, "segments"},
                                     {Station::Id::Icp, "icp"},
                                     {Station::Id::Personas, "personas"},
                                     {Station::Id::Validate, "validate"},
                                     {Station::Id::Present, "present"}}};

}  // namespace

/// Walks through every station of the example workshop in every look; with ICP_SCREENSHOTS set it takes the
/// pictures that README shows and people compare.
class TestTour : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        test::WindowCase::prepare(QStringLiteral("tst_tour"));
        QVERIFY(m_plurals.load(QStringLiteral(":/i18n/icp-workshop_en.qm")));
        QCoreApplication::installTranslator(&m_plurals);
        QVERIFY(m_folder.isValid());
        m_path = m_folder.filePath(QStringLiteral("ICP review.icpw"));
        const Result<void> made = makeExampleWorkshop(m_path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    }

    void everyStation_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("light") << QSize(1440, 900) << false << "";
        QTest::newRow("dark") << QSize(1440, 900) << true << "-dark";
        QTest::newRow("small") << QSize(1280, 800) << false << "-1280x800";
        QTest::newRow("small dark") << QSize(1280, 800) << true << "-1280x800-dark";
    }

    void everyStation() {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(QString, suffix);
        ui::MainWindow window;
        window.menus().dark->setChecked(dark);
        window.resize(size);
        window.show();
        window.openPath(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(window.document() != nullptr, 20000);
        window.document()->waitForIdle();
        QCOMPARE(window.document()->stage(), Stage::Done);
        for (const Stop& stop : stops) {
            QVERIFY2(window.station(stop.id) != nullptr, stop.name);
            window.go(stop.id);
            QTRY_COMPARE(window.current()->id(), stop.id);
            window.document()->waitForIdle();
            QTest::qWait(150);
            QCOMPARE(window.size(), size);
            test::shoot(window, QString::fromLatin1(stop.name) + suffix);
        }
        window.menus().dark->setChecked(false);
    }

    /// Accented and 40% longer: what is not translated shows, and what has no room for longer languages is
    /// seen.
    void pseudoLanguage() {
        test::PseudoLanguage pseudo;
        QCoreApplication::installTranslator(&pseudo);
        {
            ui::MainWindow window;
            window.resize(1280, 800);
            window.show();
            window.openPath(m_path);
            QTRY_VERIFY_WITH_TIMEOUT(window.document() != nullptr, 20000);
            window.document()->waitForIdle();
            for (const Stop& stop : stops) {
                window.go(stop.id);
                QTRY_COMPARE(window.current()->id(), stop.id);
                QTest::qWait(150);
                QCOMPARE(window.size(), QSize(1280, 800));
                QStringList plain;
                for (const QAbstractButton* button : window.current()->findChildren<QAbstractButton*>())
                    // The title of a workshop is nobody's to translate.
                    if (button->isVisible() &&
                        !button->text().contains(window.document()->workshop().settings.title) &&
                        test::PseudoLanguage::looksPlain(button->text()))
                        plain << button->text();
                QVERIFY2(plain.isEmpty(), qPrintable(QLatin1String(stop.name) + QStringLiteral(": ") +
                                                     plain.join(QStringLiteral(", "))));
                test::shoot(window, QString::fromLatin1(stop.name) + QStringLiteral("-1280x800-pseudo"));
            }
        }
        QCoreApplication::removeTranslator(&pseudo);
    }

    void projector() {
        ui::MainWindow window;
        window.resize(1440, 900);
        window.show();
        window.openPath(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(window.document() != nullptr, 20000);
        window.document()->waitForIdle();
        window.go(Station::Id::Icp);
        window.menus().projector->setChecked(true);
        QTest::qWait(150);
        test::shoot(window, QStringLiteral("icp-projector"));
        window.menus().projector->setChecked(false);
    }

private:
    QTranslator m_plurals;
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
