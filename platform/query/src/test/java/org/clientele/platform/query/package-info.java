/** Tests of the query compiler against a real DuckDB. */
package org.clientele.platform.query;
