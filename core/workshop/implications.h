#pragma once

#include "core/proposals/accountkeys.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace icp {

struct Workshop;

/// Something a department does because of an ICP.
struct Action {
    QString id;
    QString icp;
    QString text;
    QString department;  ///< or ""
    QString owner;       ///< or ""
    QDate due;           ///< invalid: no day was named
    bool done = false;
    QString criterion{};  ///< id of the criterion it follows from; "": from the ICP as a whole

    /// The day has passed and it is not done. On the day itself there is still time.
    bool isOverdue(QDate today) const { return !done && due.isValid() && due < today; }
};

enum class PracticeVerdict { Open, Keep, Change, Stop };
inline constexpr int practiceVerdictCount = 4;
QString practiceVerdictName(PracticeVerdict verdict);       ///< "open", "keep", "change", "stop": for files
PracticeVerdict practiceVerdictFromName(QStringView name);  ///< Open when unknown
QString practiceVerdictTitle(PracticeVerdict verdict);      ///< "Keep" ...: as shown

/// Something the company does today, and whether it still makes sense under an ICP.
struct Practice {
    QString id;
    QString icp;
    QString text;
    QString department;
    PracticeVerdict verdict = PracticeVerdict::Open;
    QString reason;
};

/// What every ICP has to be asked, in this order.
enum class Prompt { Problems, Services, Roadmap };
inline constexpr int promptCount = 3;
QString promptName(Prompt prompt);  ///< "problems", "services", "roadmap": for files
QString promptQuestion(Prompt prompt);

/// The team's answer to a prompt. There is one per ICP and prompt; an empty one is not kept.
struct PromptAnswer {
    QString id;
    QString icp;
    Prompt prompt = Prompt::Problems;
    QString text;
};
QString answerTo(const std::vector<PromptAnswer>& answers, QStringView icp, Prompt prompt);

/// A company somebody held against an ICP, to be looked into.
struct ResearchItem {
    QString id;
    QString icp;
    AccountKey account;  ///< empty: it is none of the accounts, only `company` names it
    QString company;     ///< as it was called when it was named
    QString author;      ///< who said it
    QString reason;      ///< why it counts against the ICP
    QString answer;      ///< what came out; empty: it is open

    bool isOpen() const { return answer.isEmpty(); }
};

QJsonObject toJson(const Action& action);
QJsonObject toJson(const Practice& practice);
QJsonObject toJson(const PromptAnswer& answer);
QJsonObject toJson(const ResearchItem& item);
Action actionFromJson(const QJsonObject& json);
Practice practiceFromJson(const QJsonObject& json);
PromptAnswer promptAnswerFromJson(const QJsonObject& json);
ResearchItem researchItemFromJson(const QJsonObject& json);

/// Departments to choose from, in their order: those of the workshop, or the usual six when none is named.
QStringList departmentsOf(const Workshop& workshop);

/// What belongs to one ICP. Actions and practices by department in the order of departmentsOf(), others by
/// name, those without one last; actions of a department by due day, without a day last. Research as it was
/// added, what is open first.
struct Implications {
    std::vector<Action> actions;
    std::vector<Practice> practices;
    std::array<QString, promptCount> answers;
    std::vector<ResearchItem> research;

    int answered() const;  ///< 0 to promptCount
    bool isEmpty() const;
};
Implications implicationsOf(const Workshop& workshop, QStringView icp);

}  // namespace icp
