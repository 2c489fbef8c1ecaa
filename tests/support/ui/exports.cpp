#include "tests/support/ui/exports.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QTextStream>

#include <random>

namespace icp::test {

void writeExports(const QString& folder, int accounts) {
    const QDir dir(folder);
    QFile accountFile(dir.filePath(QStringLiteral("accounts.csv")));
    QFile dealFile(dir.filePath(QStringLiteral("deals.csv")));
    if (!accountFile.open(QIODevice::WriteOnly) || !dealFile.open(QIODevice::WriteOnly)) return;
    QTextStream accountText(&accountFile);
    QTextStream dealText(&dealFile);
    accountText << "Account ID,Account Name,Website,Industry,Employees,Country\n";
    dealText << "Deal ID,Deal Name,Account ID,Account Name,Stage,Amount,Close Date,Created Date\n";
    const char* industries[] = {"Logistics", "Retail", "Finance", "Health", "Energy"};
    const char* countries[] = {"Germany", "France", "Spain", "Poland"};
    std::mt19937 random(7);
    const QDate first(2022, 1, 3);
    for (int i = 0; i < accounts; ++i) {
        const char* industry = industries[random() % 5];
        const int employees = 5 + int(random() % 600);
        const bool good = industry == industries[0] && employees >= 50 && employees <= 200;
        accountText << "A" << 10000 + i << ",Company " << i << ",www.company" << i << ".example," << industry
                    << ',' << employees << ',' << countries[random() % 4] << '\n';
        for (int deal = 0; deal < 2; ++deal) {
            const bool won = random() % 100 < (good ? 80U : 25U);
            const QDate created = first.addDays(int(random() % 1000));
            dealText << "D" << i * 2 + deal << ",Deal " << i * 2 + deal << ",A" << 10000 + i << ",Company "
                     << i << ',' << (won ? "Closed Won" : "Closed Lost") << ',' << 1000 + random() % 90000
                     << ',' << created.addDays(20 + int(random() % 90)).toString(Qt::ISODate) << ','
                     << created.toString(Qt::ISODate) << '\n';
        }
    }
}

}  // namespace icp::test
