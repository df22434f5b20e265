/** Reports as XLSX workbooks with typed cells. */
@NullMarked
package org.clientele.platform.report.workbook;

import org.jspecify.annotations.NullMarked;
