#pragma once

#include "core/workshop/workshop.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace icp {

/// The example: Quillbridge, an invented company that sells month-end closing software to finance teams. Its
/// exports are made by a seeded generator, so that everybody sees the same numbers and the tests know what
/// was planted:
///
/// - drivers: finance team of 3 to 20, 2 to 20 legal entities, closing the books takes 9 days or more, cloud
/// ERP, hiring
/// - exclusions: public bodies, finance teams of 1 or 2 and over 50
/// - a confounder: employees follow the finance team and have no effect of their own
/// - a biased region: most deals were tried in the United Kingdom; the win rate is the same elsewhere
/// - no effect: lead source, country, founded
/// - leak columns: deal probability, closed lost reason, forecast category; usage exists for customers only
/// - dirt: Windows-1252 and semicolons and decimal commas in the deals, "n/a" amounts, a date that does not
/// exist,
///   duplicate deal ids, a report footer, empty cells, several spellings of one level
struct ExampleFile {
    QString name;
    QByteArray bytes;
};
std::vector<ExampleFile> exampleFiles();

/// Title, company, departments of the example workshop.
Settings exampleSettings();

/// What the example's team has written: the key challenge, limits and market of the ICP and the cells of the
/// panel. Works on drafts made from the data, so that all numbers stay computed.
void writeExample(Icp& icp, std::vector<Persona>& personas);

/// What they say of customers: the data support, contradict or are too few for it, and one is an anecdote.
std::vector<Claim> exampleClaims();

}  // namespace icp
