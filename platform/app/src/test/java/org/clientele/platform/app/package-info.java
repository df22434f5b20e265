/** Commands, run in this process. */
package org.clientele.platform.app;
