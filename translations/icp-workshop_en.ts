<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>icp::AnalysisWarning</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed deal(s)</source>
        <translation>
            <numerusform>%n closed deal</numerusform>
            <numerusform>%n closed deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n level(s) with fewer than %2 tries are untested, not bad.</source>
        <translation>
            <numerusform>%1: %n level with fewer than %2 tries is untested, not bad.</numerusform>
            <numerusform>%1: %n levels with fewer than %2 tries are untested, not bad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) and sales to existing customers do not count.</source>
        <translation>
            <numerusform>%n renewal or sale to an existing customer does not count.</numerusform>
            <numerusform>%n renewals and sales to existing customers do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the closed deals are renewals or sales to existing customers. To learn whom to win, study the first new-business deal of each account.</source>
        <translation>
            <numerusform>%n of the closed deals is a renewal or a sale to an existing customer. To learn whom to win, study the first new-business deal of each account.</numerusform>
            <numerusform>%n of the closed deals are renewals or sales to existing customers. To learn whom to win, study the first new-business deal of each account.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sealed deals have been opened %n time(s). They prove less each time: what was changed after a look has been fitted to them.</source>
        <translation>
            <numerusform>The sealed deals have been opened once. They prove less each time: what was changed after a look has been fitted to them.</numerusform>
            <numerusform>The sealed deals have been opened %n times. They prove less each time: what was changed after a look has been fitted to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::BesideText</name>
    <message numerus="yes">
        <source>  %n of these data stood in the earlier ones already and do not count as new.</source>
        <translation>
            <numerusform>  %n of these data stood in the earlier ones already and does not count as new.</numerusform>
            <numerusform>  %n of these data stood in the earlier ones already and do not count as new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ClaimCheck</name>
    <message numerus="yes">
        <source>%n deal(s) are left out: nobody knows whether they belong.</source>
        <translation>
            <numerusform>%n deal is left out: nobody knows whether it belongs.</numerusform>
            <numerusform>%n deals are left out: nobody knows whether they belong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are left out: nobody knows whether they belong.</source>
        <translation>
            <numerusform>%n customer is left out: nobody knows whether they belong.</numerusform>
            <numerusform>%n customers are left out: nobody knows whether they belong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::CloseTimes</name>
    <message numerus="yes">
        <source>Half of the wins come within %n days.</source>
        <translation>
            <numerusform>Half of the wins come within %n day.</numerusform>
            <numerusform>Half of the wins come within %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half of the wins come within %n days, </source>
        <translation>
            <numerusform>Half of the wins come within %n day, </numerusform>
            <numerusform>Half of the wins come within %n days, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>against %n days for all others.</source>
        <translation>
            <numerusform>against %n day for all others.</numerusform>
            <numerusform>against %n days for all others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ConditionLabel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::Confounders</name>
    <message numerus="yes">
        <source>%1 and %n more against the rest</source>
        <translation>
            <numerusform>%1 and %n more against the rest</numerusform>
            <numerusform>%1 and %n more against the rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::FourQuestions</name>
    <message numerus="yes">
        <source>Known of %n customer(s) only.</source>
        <translation>
            <numerusform>Known of %n customer only.</numerusform>
            <numerusform>Known of %n customers only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::LeftByFit</name>
    <message numerus="yes">
        <source>Of %n customer(s) who left, %1 were an ideal fit and %2 a bad fit.</source>
        <translation>
            <numerusform>Of %n customer who left, %1 were an ideal fit and %2 a bad fit.</numerusform>
            <numerusform>Of %n customers who left, %1 were an ideal fit and %2 a bad fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n customer(s) who left, %1 were an ideal fit by the version that held then and %2 a bad fit.</source>
        <translation>
            <numerusform>Of %n customer who left, %1 were an ideal fit by the version that held then and %2 a bad fit.</numerusform>
            <numerusform>Of %n customers who left, %1 were an ideal fit by the version that held then and %2 a bad fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be judged by it.</source>
        <translation>
            <numerusform>%n cannot be judged by it.</numerusform>
            <numerusform>%n cannot be judged by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left before any version was agreed, or on an unknown day.</source>
        <translation>
            <numerusform>%n left before any version was agreed, or on an unknown day.</numerusform>
            <numerusform>%n left before any version was agreed, or on an unknown day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::Readiness</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::Score</name>
    <message numerus="yes">
        <source>%n lead(s): %1 ideal, %2 stretch, %3 bad</source>
        <translation>
            <numerusform>%n lead: %1 ideal, %2 stretch, %3 bad</numerusform>
            <numerusform>%n leads: %1 ideal, %2 stretch, %3 bad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were set aside.</source>
        <translation>
            <numerusform>%n row was set aside.</numerusform>
            <numerusform>%n rows were set aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::Segments</name>
    <message numerus="yes">
        <source>%n condition(s) are too many for combinations of three; two are combined.</source>
        <translation>
            <numerusform>%n condition is too many for combinations of three; two are combined.</numerusform>
            <numerusform>%n conditions are too many for combinations of three; two are combined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::TimeText</name>
    <message numerus="yes">
        <source>, half within %n day(s)</source>
        <translation>
            <numerusform>, half within %n day</numerusform>
            <numerusform>, half within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::AccountsPanel</name>
    <message numerus="yes">
        <source>%Ln companies</source>
        <translation>
            <numerusform>%Ln company</numerusform>
            <numerusform>%Ln companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::GroupTimes</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::HistogramChart</name>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::ImportStation</name>
    <message numerus="yes">
        <source>Leave out %n column(s)</source>
        <translation>
            <numerusform>Leave out %n column</numerusform>
            <numerusform>Leave out %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n column(s)</source>
        <translation>
            <numerusform>Keep %n column</numerusform>
            <numerusform>Keep %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave %n proposal(s) as they are</source>
        <translation>
            <numerusform>Leave %n proposal as it is</numerusform>
            <numerusform>Leave %n proposals as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask about %n proposal(s) again</source>
        <translation>
            <numerusform>Ask about %n proposal again</numerusform>
            <numerusform>Ask about %n proposals again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n proposal(s)</source>
        <translation>
            <numerusform>Accept %n proposal</numerusform>
            <numerusform>Accept %n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n decision(s)</source>
        <translation>
            <numerusform>Take back %n decision</numerusform>
            <numerusform>Take back %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended row(s) read in the place of those set aside.</source>
        <translation>
            <numerusform>%n mended row read in the place of the one set aside.</numerusform>
            <numerusform>%n mended rows read in the place of those set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them make no sense yet; the list says why.</source>
        <translation>
            <numerusform>%n of them makes no sense yet; the list says why.</numerusform>
            <numerusform>%n of them make no sense yet; the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the list are as they were.</source>
        <translation>
            <numerusform>%n row of the list is as it was.</numerusform>
            <numerusform>%n rows of the list are as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::LeadsPage</name>
    <message numerus="yes">
        <source>%n company(s)</source>
        <translation>
            <numerusform>%n company</numerusform>
            <numerusform>%n companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are set aside.</source>
        <translation>
            <numerusform>%n row is set aside.</numerusform>
            <numerusform>%n rows are set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::LeakBar</name>
    <message numerus="yes">
        <source>%n column(s) know(s) the result.</source>
        <translation>
            <numerusform>%n column knows the result.</numerusform>
            <numerusform>%n columns know the result.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::LinksCard</name>
    <message numerus="yes">
        <source>Confirm %n similar name(s)</source>
        <translation>
            <numerusform>Confirm %n similar name</numerusform>
            <numerusform>Confirm %n similar names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) wait for a workshop. Create it, then they are read.</source>
        <translation>
            <numerusform>%n file waits for a workshop. Create it, then it is read.</numerusform>
            <numerusform>%n files wait for a workshop. Create it, then they are read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::OverlapChart</name>
    <message numerus="yes">
        <source>%1: %n customer(s)</source>
        <translation>
            <numerusform>%1: %n customer</numerusform>
            <numerusform>%1: %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::OverlapPage</name>
    <message numerus="yes">
        <source>%1: %n customer(s), worth %2</source>
        <translation>
            <numerusform>%1: %n customer, worth %2</numerusform>
            <numerusform>%1: %n customers, worth %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n customer(s)</source>
        <translation>
            <numerusform>%1: %n customer</numerusform>
            <numerusform>%1: %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::PrioritiesPage</name>
    <message numerus="yes">
        <source>%n entry(ies). Nobody sees what they say until they are revealed.</source>
        <translation>
            <numerusform>%n entry. Nobody sees what it says until it is revealed.</numerusform>
            <numerusform>%n entries. Nobody sees what they say until they are revealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) changed level.</source>
        <translation>
            <numerusform>%n criterion changed level.</numerusform>
            <numerusform>%n criteria changed level.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::ReadersList</name>
    <message numerus="yes">
        <source>%n person(s) read v%1. The list goes into the share pack.</source>
        <translation>
            <numerusform>%n person has read v%1. The list goes into the share pack.</numerusform>
            <numerusform>%n people have read v%1. The list goes into the share pack.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::ScopeRow</name>
    <message numerus="yes">
        <source>Checked %n time(s) on %1 since %2</source>
        <translation>
            <numerusform>Checked once on %1 since %2</numerusform>
            <numerusform>Checked %n times on %1 since %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::SegmentCheck</name>
    <message numerus="yes">
        <source>%1 since %2 are sealed, and were looked at %n time(s) for other questions. Each look makes them prove less.</source>
        <translation>
            <numerusform>%1 since %2 are sealed, and were looked at once for another question. Each look makes them prove less.</numerusform>
            <numerusform>%1 since %2 are sealed, and were looked at %n times for other questions. Each look makes them prove less.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opened %n time(s), with other questions: it proves less each time.</source>
        <translation>
            <numerusform>Opened once, with another question: it proves less each time.</numerusform>
            <numerusform>Opened %n times, with other questions: it proves less each time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::SegmentsStation</name>
    <message numerus="yes">
        <source>Open the seal on the newest %1? It is counted and cannot be taken back; they were looked at %n time(s) before, for other questions.</source>
        <translation>
            <numerusform>Open the seal on the newest %1? It is counted and cannot be taken back; they were looked at once before, for another question.</numerusform>
            <numerusform>Open the seal on the newest %1? It is counted and cannot be taken back; they were looked at %n times before, for other questions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::StretchWords</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::TraitsCard</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::VersionWords</name>
    <message numerus="yes">
        <source>%n customer(s) come in.</source>
        <translation>
            <numerusform>%n customer comes in.</numerusform>
            <numerusform>%n customers come in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) fall out.</source>
        <translation>
            <numerusform>%n customer falls out.</numerusform>
            <numerusform>%n customers fall out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) stay inside.</source>
        <translation>
            <numerusform>%n customer stays inside.</numerusform>
            <numerusform>%n customers stay inside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) come in, worth %1.</source>
        <translation>
            <numerusform>%n customer comes in, worth %1.</numerusform>
            <numerusform>%n customers come in, worth %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) fall out, worth %1.</source>
        <translation>
            <numerusform>%n customer falls out, worth %1.</numerusform>
            <numerusform>%n customers fall out, worth %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) stay inside, worth %1.</source>
        <translation>
            <numerusform>%n customer stays inside, worth %1.</numerusform>
            <numerusform>%n customers stay inside, worth %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>icp::ui::Words</name>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deals</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln won</source>
        <translation>
            <numerusform>%Ln won</numerusform>
            <numerusform>%Ln won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln best</source>
        <translation>
            <numerusform>%Ln best</numerusform>
            <numerusform>%Ln best</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stayed</source>
        <translation>
            <numerusform>%Ln stayed</numerusform>
            <numerusform>%Ln stayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers fit this</source>
        <translation>
            <numerusform>%Ln customer fits this</numerusform>
            <numerusform>%Ln customers fit this</numerusform>
        </translation>
    </message>
</context>
</TS>
