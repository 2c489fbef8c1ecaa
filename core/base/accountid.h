#pragma once

#include <QString>

namespace icp {

/// An account's id as ids compare: Salesforce's 18 characters as their first 15, without Zoho's "zcrm_",
/// "123.0" as "123", GUIDs in small letters without braces.
QString accountIdKey(const QString& text);

}  // namespace icp
