#include "core/deck/pptxparts.h"

namespace icp::ooxml {

namespace {

constexpr char declaration[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";

constexpr char namespaces[] =
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")";

constexpr char emptyGroup[] =
    R"(<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>)";

constexpr char colourMap[] =
    R"(<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2")"
    R"( accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>)";

QByteArray textLevels(const char* first, const char* size) {
    QByteArray levels;
    for (int level = 1; level <= 9; ++level)
        levels +=
            QByteArray("<a:lvl") + QByteArray::number(level) + "pPr" + first + R"( algn="l"><a:defRPr sz=")" +
            size +
            R"("><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl)" +
            QByteArray::number(level) + "pPr>";
    return levels;
}

}  // namespace

QByteArray themeXml() {
    QByteArray colours;
    const std::pair<const char*, const char*> scheme[] = {
        {"dk1", "14212B"},     {"lt1", "FFFFFF"},     {"dk2", "12466E"},     {"lt2", "F3F5F7"},
        {"accent1", "0B6299"}, {"accent2", "4B9CCB"}, {"accent3", "D8660F"}, {"accent4", "8594A1"},
        {"accent5", "1B7F5F"}, {"accent6", "6B5416"}, {"hlink", "0A5F8E"},   {"folHlink", "7A57A6"}};
    for (const auto& [name, colour] : scheme)
        colours += QByteArray("<a:") + name + R"(><a:srgbClr val=")" + colour + R"("/></a:)" + name + '>';
    const QByteArray fonts = R"(<a:latin typeface="Inter"/><a:ea typeface=""/><a:cs typeface=""/>)";
    const QByteArray fill = R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)";
    const QByteArray effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    QByteArray lines;
    for (const char* width : {"6350", "12700", "19050"})
        lines += QByteArray(R"(<a:ln w=")") + width + R"(" cap="flat" cmpd="sng" algn="ctr">)" + fill +
                 R"(<a:prstDash val="solid"/></a:ln>)";
    return declaration +
           QByteArray(
               R"(<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="ICP Workshop"><a:themeElements>)") +
           R"(<a:clrScheme name="ICP Workshop">)" + colours +
           R"(</a:clrScheme><a:fontScheme name="ICP Workshop"><a:majorFont>)" + fonts +
           "</a:majorFont><a:minorFont>" + fonts +
           R"(</a:minorFont></a:fontScheme><a:fmtScheme name="ICP Workshop"><a:fillStyleLst>)" + fill + fill +
           fill + "</a:fillStyleLst><a:lnStyleLst>" + lines + "</a:lnStyleLst><a:effectStyleLst>" + effect +
           effect + effect + "</a:effectStyleLst><a:bgFillStyleLst>" + fill + fill + fill +
           "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

QByteArray masterXml() {
    return declaration + QByteArray("<p:sldMaster ") + namespaces +
           R"(><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>)" +
           emptyGroup +
           R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>)"
           R"(<p:spPr><a:xfrm><a:off x="558800" y="666750"/><a:ext cx="11074400" cy="889000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>)"
           R"(<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>)"
           "</p:spTree></p:cSld>" +
           colourMap +
           R"(<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>)"
           R"(<a:lvl1pPr algn="l"><a:defRPr sz="2850" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>)"
           "</p:titleStyle><p:bodyStyle>" +
           textLevels("", "1200") + "</p:bodyStyle><p:otherStyle>" + textLevels("", "1200") +
           "</p:otherStyle></p:txStyles></p:sldMaster>";
}

QByteArray layoutXml() {
    return declaration + QByteArray("<p:sldLayout ") + namespaces +
           R"( type="titleOnly" preserve="1"><p:cSld name="Title only"><p:spTree>)" + emptyGroup +
           R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>)"
           R"(<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>)"
           "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
}

QByteArray notesMasterXml() {
    return declaration + QByteArray("<p:notesMaster ") + namespaces +
           R"(><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>)" +
           emptyGroup +
           R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>)"
           R"(<p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>)"
           R"(<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>)" +
           colourMap + "</p:notesMaster>";
}

}  // namespace icp::ooxml
