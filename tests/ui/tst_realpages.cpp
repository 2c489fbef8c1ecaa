#include "core/import/importer.h"
#include "tests/support/core/places.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/windowcase.h"
#include "ui/document/document.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/customers/customersstation.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/stations/segments/timespanel.h"
#include "ui/widgets/controls.h"

#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using ui::Station;

/// Real exports by others on the pages about findings, in every view, light and dark: nothing may be said
/// that is no number, and whoever sets ICP_SCREENSHOTS has pictures to look at.
class TestRealPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::WindowCase::prepare(QStringLiteral("tst_realpages")); }
    void everyView_data();
    void everyView();

private:
    void look(ui::MainWindow& window, const QString& name);
};

void TestRealPages::everyView_data() {
    QTest::addColumn<QStringList>("files");
    QTest::newRow("maven") << QStringList{"maven-crm/accounts.csv", "maven-crm/sales_pipeline.csv"};
    QTest::newRow("telco") << QStringList{"telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"};
    QTest::newRow("ravenstack") << QStringList{"ravenstack/ravenstack_accounts.csv",
                                               "ravenstack/ravenstack_subscriptions.csv"};
    QTest::newRow("dynamics") << QStringList{"dynamics365/Account.csv", "dynamics365/Opportunity.csv",
                                             "dynamics365/Contact.csv"};
    QTest::newRow("zoho") << QStringList{"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv",
                                         "zoho-crm/Contacts.csv"};
}

void TestRealPages::look(ui::MainWindow& window, const QString& name) {
    QTest::qWait(100);
    for (const QLabel* label : window.current()->findChildren<QLabel*>()) {
        if (!label->isVisible()) continue;
        static const QRegularExpression noNumber(QStringLiteral("\\b(nan|inf)\\b"));
        QVERIFY2(!label->text().contains(noNumber), qPrintable(label->text()));
    }
    test::shoot(window, name);
}

void TestRealPages::everyView() {
    QFETCH(QStringList, files);
    ImportRequest request;
    for (const QString& file : files) {
        const QString path = realFile(file);
        if (path.isEmpty() || !QFileInfo::exists(path)) QSKIP("The real exports are not here.");
        request.files.push_back({path});
    }
    const auto data = importFiles(request);
    QVERIFY2(data, data ? "" : qPrintable(data.error().message));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("real.icpw"));
    {
        auto file = WorkshopFile::create(path, Settings());
        QVERIFY(file);
        QVERIFY((*file)->setDataset(*data, {}));
    }
    const QString set = QString::fromLatin1(QTest::currentDataTag());
    ui::MainWindow window;
    window.resize(1280, 800);
    window.show();
    window.openPath(path);
    QTRY_VERIFY_WITH_TIMEOUT(window.document() != nullptr, 60000);
    window.document()->waitForIdle();
    window.go(Station::Id::Patterns);
    auto* lens =
        window.station(Station::Id::Patterns)->findChild<ui::SegmentedSwitch*>(QStringLiteral("lens"));
    for (int i = 0; i < 3; ++i) {
        lens->setCurrent(i);
        look(window, QStringLiteral("real-%1-patterns-%2").arg(set).arg(i));
    }
    window.go(Station::Id::Customers);
    auto* customers = static_cast<ui::CustomersStation*>(window.station(Station::Id::Customers));
    auto* view = customers->findChild<ui::SegmentedSwitch*>(QStringLiteral("customersView"));
    for (int i = 0; i < 3; ++i) {
        view->setCurrent(i);
        customers->waitForIdle();
        look(window, QStringLiteral("real-%1-customers-%2").arg(set).arg(i));
    }
    window.menus().dark->setChecked(true);
    window.resize(1440, 900);
    window.go(Station::Id::Segments);
    auto* tabs = window.station(Station::Id::Segments)->findChild<ui::SegmentedSwitch*>();
    for (int i = 0; i < 5; ++i) {
        tabs->setCurrent(i);
        window.station(Station::Id::Segments)->findChild<ui::TimesPanel*>()->waitForIdle();
        look(window, QStringLiteral("real-%1-segments-%2").arg(set).arg(i));
    }
    window.menus().dark->setChecked(false);
}

QTEST_MAIN(TestRealPages)
#include "tst_realpages.moc"
