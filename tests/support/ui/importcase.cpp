#include "tests/support/ui/importcase.h"

#include "tests/support/core/program.h"
#include "ui/stations/import/filecard.h"
#include "ui/widgets/controls.h"

#include <QCoreApplication>
#include <QEvent>

namespace icp::test {

ImportCase::ImportCase(const QSize& size) : m_case(size) {
    if (!m_folder.isValid()) qFatal("There is no temporary folder.");
}

void ImportCase::write(const QString& name, const QByteArray& bytes) const {
    if (!writeFile(file(name), bytes)) qFatal("A file cannot be written.");
}

QByteArray ImportCase::accounts() const {
    QByteArray text("Record ID,Company name,Company Domain Name,Industry,Number of Employees,City\n");
    const QByteArrayList names{"Ardent Freight", "Bexley Foods",     "Calder Wholesale", "Corran Council",
                               "Esker Parts",    "Fennick Health",   "Grafham Energy",   "Halden Spedition",
                               "Ister Glass",    "Jarrow Mills",     "Kestrel Labs",     "Lomond Water",
                               "Marlow Brewing", "Nettle Insurance", "Ormond Castings",  "Pollard Timber"};
    const QByteArrayList others{"Logistik", "Papier", "Optik", "Textil"};
    for (int i = 0; i < 80; ++i) {
        const QByteArray name = i < 16 ? names[i] : names[i % 16].split(' ')[0] + ' ' + others[i / 16 - 1];
        const QByteArray domain = "firm" + QByteArray::number(i) + ".example";
        const QByteArray industry = i == 40      ? "Technolgoy"
                                    : i % 3 == 0 ? "Technology"
                                    : i % 3 == 1 ? "Logistics"
                                                 : "Retail";
        text += QByteArray::number(5100 + i) + ',' + name + ',' + domain + ',' + industry + ',' +
                (i % 20 == 7 ? QByteArray("999999") : QByteArray::number(20 + 7 * i)) + ",Leeds\n";
    }
    return text;
}

QByteArray ImportCase::deals() const {
    QByteArray text("Deal ID,Deal Name,Company name,Deal Stage,Amount,Close Date,Probability\n");
    const QByteArrayList names{"Ardent Freight", "Bexley Foods",   "Calder Wholesale", "Corran Council",
                               "Esker Parts",    "Fennick Health", "Grafham Energy",   "Kestrel Labs"};
    for (int i = 0; i < 90; ++i) {
        const QByteArray company = i == 30 ? "Halden Speditoin" : names[i % 8];
        const bool won = i % 3 == 0;
        const QByteArray stage = i % 9 == 8 ? "Proposal" : won ? "Closed won" : "Closed lost";
        text += QByteArray::number(9000 + i) + ",Deal " + QByteArray::number(i) + ',' + company + ',' +
                stage + ',' + (i == 44 ? QByteArray("much") : QByteArray::number(1000 + 137 * i)) +
                ",2025-0" + QByteArray::number(1 + i % 9) + "-1" + QByteArray::number(i % 10) + ',' +
                (stage == "Proposal" ? "0.4"
                 : won               ? "1"
                                     : "0") +
                '\n';
    }
    text += "Total,,,,999999,,,,,,\n";
    return text;
}

void ImportCase::writeExports() const {
    write(QStringLiteral("accounts.csv"), accounts());
    write(QStringLiteral("deals.csv"), deals());
}

void ImportCase::read(const QStringList& names) {
    QStringList paths;
    for (const QString& name : names) paths << file(name);
    station().addFiles(paths);
    settle();
}

void ImportCase::settle() {
    station().waitForIdle();  // whether files were dropped, or mended rows
    document().waitForIdle();
    station().waitForIdle();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // as between events of a user
}

void ImportCase::choose(const QString& name) {
    for (ui::FileCard* card : station().findChildren<ui::FileCard*>())
        if (card->isVisible() && card->accessibleName().contains(name)) {
            QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(20, 20));
            return;
        }
    qFatal("There is no such card.");
}

void ImportCase::view(int view) {
    const auto buttons = part<ui::SegmentedSwitch>("views").findChildren<QAbstractButton*>();
    QTest::mouseClick(buttons[view], Qt::LeftButton);
}

}  // namespace icp::test
