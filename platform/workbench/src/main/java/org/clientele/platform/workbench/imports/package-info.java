/** Files on their way in, as a person sees them: the import wizard and the list of imports. */
@NullMarked
package org.clientele.platform.workbench.imports;

import org.jspecify.annotations.NullMarked;
