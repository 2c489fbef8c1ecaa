#pragma once

#include "core/example/random.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace icp {

/// The invented world behind the example's files: companies, what was sold to them, who works there.
struct Company {
    int id = 0;
    QString name;
    QString domain;
    QString industry;
    QString country;
    QString city;
    QString ownership;
    QString erp;
    QStringList technologies;
    int team = 0;  ///< people in finance
    int employees = 0;
    int revenue = 0;    ///< thousands of pounds a year
    int entities = 0;   ///< legal entities
    int closeDays = 0;  ///< days the month-end close takes
    int founded = 0;
    bool hiring = false;
};

struct Opportunity {
    int id = 0;
    int company = 0;  ///< index
    bool newBusiness = true;
    enum class State { Open, Won, Lost } state = State::Open;
    int stage = 0;  ///< of the open ones: 0 qualified ... 3 proposal
    QDate created;
    QDate closed;
    int amount = 0;  ///< pounds a year
    QString source;
};

struct World {
    std::vector<Company> companies;
    std::vector<Opportunity> deals;
    std::vector<bool> customer;  ///< per company
    std::vector<QDate> left;     ///< per company; invalid = still a customer, or never was
};

World makeWorld(Random& random);

inline const QDate exampleExport{2025, 9, 30};

}  // namespace icp
