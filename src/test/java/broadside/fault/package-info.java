/** What happens when something breaks: the database, the network, the client, the machine's patience. */
@NullMarked
package broadside.fault;

import org.jspecify.annotations.NullMarked;
