/** Tables as text: CSV, what goes with it, and what is pasted into spreadsheets. */
@NullMarked
package org.clientele.platform.report.table;

import org.jspecify.annotations.NullMarked;
