#pragma once

#include <QString>

namespace icp::test {

/// Writes accounts.csv and deals.csv as a CRM would export them into `folder`: `accounts` companies with two
/// deals each, where companies of 50 to 200 people in Logistics win far more often than all others.
void writeExports(const QString& folder, int accounts);

}  // namespace icp::test
